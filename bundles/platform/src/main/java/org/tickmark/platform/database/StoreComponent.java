package org.tickmark.platform.database;

import java.time.Duration;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.jdbc.DataSourceFactory;
import org.tickmark.api.setting.Settings;
import org.tickmark.platform.Folders;

/** Registers the {@link Store} that {@code store.url} names, once its driver is there and it can be reached. */
@Component(
        name = "org.tickmark.platform.store",
        immediate = true,
        service = {})
public final class StoreComponent {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);

    private final StoreKeeper keeper;
    private final String driverClass;

    /**
     * A keeper of the store.
     *
     * @throws org.tickmark.api.TickmarkException if {@code store.url} names no database that can be used; the component then fails,
     *     and the start of the product with it
     */
    @Activate
    public StoreComponent(BundleContext context, @Reference Settings settings) {
        StoreSettings storeSettings = new StoreSettings(context);
        this.driverClass = storeSettings.url(settings).driverClass();
        this.keeper = new StoreKeeper(
                driver -> storeSettings.open(settings, driver), store -> register(context, store), FIRST_RETRY);
    }

    /** A database that was just put back is counted before anybody else sees it. */
    private static Runnable register(BundleContext context, Store store) {
        if (Folders.isRestored(context)) {
            context.registerService(RestoredRows.class, new RestoredRows(store.rows()), null);
        }
        ServiceRegistration<Store> registration = context.registerService(Store.class, store, null);
        return registration::unregister;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDriver(DataSourceFactory driver, Map<String, ?> properties) {
        if (driverClass.equals(properties.get(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS))) {
            keeper.driverCame(driver);
        }
    }

    void removeDriver(DataSourceFactory driver) {
        keeper.driverWent(driver);
    }

    @Deactivate
    void deactivate() {
        keeper.close();
    }
}
