package org.tickmark.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.access.Token;
import org.tickmark.api.host.access.Tokens;

/** Registers {@link Tokens}. */
@Component(name = "org.tickmark.access.tokens")
public final class TokensComponent implements Tokens {
    private final Tokens tokens;

    @Activate
    public TokensComponent(
            @Reference(target = "(tickmark.schema=org.tickmark.access)") Transactions transactions,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.tokens = new StoredTokens(transactions, audit, clock);
    }

    @Override
    public Issued issue(Caller caller, String user, String label, Set<Permission> permissions, Duration lasts) {
        return tokens.issue(caller, user, label, permissions, lasts);
    }

    @Override
    public List<Token> tokens(Caller caller) {
        return tokens.tokens(caller);
    }

    @Override
    public boolean revoke(Caller caller, String id) {
        return tokens.revoke(caller, id);
    }

    @Override
    public Optional<Caller> caller(String secret, Locale locale, Origin origin) {
        return tokens.caller(secret, locale, origin);
    }
}
