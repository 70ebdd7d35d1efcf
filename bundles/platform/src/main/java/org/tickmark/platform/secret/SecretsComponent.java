package org.tickmark.platform.secret;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.setting.SecretRef;
import org.tickmark.platform.Folders;

/** Registers {@link Secrets}. */
@Component(name = "org.tickmark.platform.secrets")
public final class SecretsComponent implements Secrets {
    private final Secrets secrets;

    @Activate
    public SecretsComponent(
            BundleContext context,
            @Reference(target = "(tickmark.schema=org.tickmark.platform)") Transactions transactions,
            @Reference Audit audit,
            @Reference Clock clock) {
        KeyFile keyFile = new KeyFile(Folders.data(context).resolve("secrets").resolve("key"));
        this.secrets = new EncryptedSecrets(transactions, audit, clock, keyFile);
    }

    @Override
    public Optional<char[]> read(SecretRef reference) {
        return secrets.read(reference);
    }

    @Override
    public void keep(Caller caller, SecretRef reference, char[] value) {
        secrets.keep(caller, reference, value);
    }

    @Override
    public boolean forget(Caller caller, SecretRef reference) {
        return secrets.forget(caller, reference);
    }

    @Override
    public List<SecretRef> names(Caller caller) {
        return secrets.names(caller);
    }
}
