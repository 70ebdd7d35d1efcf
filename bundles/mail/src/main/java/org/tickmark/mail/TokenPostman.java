package org.tickmark.mail;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tickmark.api.TickmarkException;
import org.tickmark.mail.smtp.Failure;
import org.tickmark.mail.smtp.Handover;
import org.tickmark.mail.smtp.Message;
import org.tickmark.mail.smtp.Refusal;
import org.tickmark.mail.smtp.SmtpAccount;
import org.tickmark.mail.smtp.SmtpAccount.Login;

/** Hands mails over with an access token where the account wants one. Safe for use from many threads. */
final class TokenPostman implements BiFunction<SmtpAccount, Message, Handover> {
    private final AccessTokens tokens;
    private final BiFunction<SmtpAccount, Message, Handover> postman;

    TokenPostman(AccessTokens tokens, BiFunction<SmtpAccount, Message, Handover> postman) {
        this.tokens = tokens;
        this.postman = postman;
    }

    @Override
    public Handover apply(SmtpAccount account, Message message) {
        return visit(account, granted -> postman.apply(granted, message));
    }

    /** Visits the server, with an access token where the account wants one. */
    Handover visit(SmtpAccount account, Function<SmtpAccount, Handover> visit) {
        Optional<Login> login = account.login().filter(found -> found.kind() == Login.Kind.GRANTED);
        return login.isPresent() ? withToken(account, login.get().user(), visit) : visit.apply(account);
    }

    private Handover withToken(SmtpAccount account, String user, Function<SmtpAccount, Handover> visit) {
        try {
            Login login = new Login(user, tokens.token(), Login.Kind.BEARER);
            Handover handover = visit.apply(account.with(login));
            if (handover.refusal().stream().anyMatch(why -> why.failure() == Failure.LOGIN_REFUSED)) {
                tokens.forget();
            }
            return handover;
        } catch (IOException | TickmarkException e) {
            Refusal refusal = new Refusal(Failure.NO_TOKEN, String.valueOf(e.getMessage()));
            return new Handover(List.of("-- " + refusal), Optional.of(refusal));
        }
    }
}
