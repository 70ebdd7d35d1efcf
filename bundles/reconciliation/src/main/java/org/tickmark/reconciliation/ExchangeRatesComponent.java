package org.tickmark.reconciliation;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.reconciliation.ExchangeRate;
import org.tickmark.api.host.reconciliation.ExchangeRates;

/** Registers the exchange rates. */
@Component
public final class ExchangeRatesComponent implements ExchangeRates {
    private final ExchangeRates rates;

    /** Called by the component runtime. */
    @Activate
    public ExchangeRatesComponent(
            @Reference(target = "(tickmark.schema=org.tickmark.reconciliation)") Transactions transactions,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.rates = new RateDesk(transactions, audit, clock);
    }

    @Override
    public List<Known> latest(Caller caller) {
        return rates.latest(caller);
    }

    @Override
    public List<Known> rates(Caller caller, Choice choice) {
        return rates.rates(caller, choice);
    }

    @Override
    public Change set(Caller caller, List<ExchangeRate> told, boolean dryRun) {
        return rates.set(caller, told, dryRun);
    }

    @Override
    public long remove(Caller caller, Choice choice, boolean dryRun) {
        return rates.remove(caller, choice, dryRun);
    }

    @Override
    public Change importText(Caller caller, String table, String text, String from, boolean dryRun) {
        return rates.importText(caller, table, text, from, dryRun);
    }

    @Override
    public String exportText(Caller caller, Choice choice) {
        return rates.exportText(caller, choice);
    }
}
