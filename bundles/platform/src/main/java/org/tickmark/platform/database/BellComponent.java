package org.tickmark.platform.database;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.host.Bell;
import org.tickmark.api.host.Tx.Dialect;

/** Registers {@link Bell}. */
@Component(name = "org.tickmark.platform.bell")
public final class BellComponent implements Bell {
    private final Bell bell;
    private final Runnable end;

    @Activate
    public BellComponent(@Reference Store store) {
        if (store.dialect() == Dialect.POSTGRESQL) {
            NotifyBell own = new NotifyBell(store);
            own.start();
            this.bell = own;
            this.end = own::close;
        } else {
            this.bell = Bell.SILENT;
            this.end = () -> {};
        }
    }

    @Override
    public void ring(String topic) {
        bell.ring(topic);
    }

    @Override
    public Listening listen(String topic, Runnable heard) {
        return bell.listen(topic, heard);
    }

    /** Rings and hears no more. */
    @Deactivate
    public void close() {
        end.run();
    }
}
