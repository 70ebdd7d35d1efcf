package org.tickmark.mail;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordSource;
import org.tickmark.kit.record.ViewRecords;

/** Mails as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=mail")
public final class MailRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("id"),
            Column.text("about"),
            Column.text("recipient"),
            Column.text("subject"),
            Column.text("state"),
            Column.integer("attempts"),
            Column.instant("next_at"),
            Column.instant("created_at"),
            Column.instant("finished_at"),
            Column.text("last_error"));

    @Activate
    public MailRecords(@Reference(target = "(tickmark.schema=org.tickmark.mail)") Transactions transactions) {
        super(transactions, Permission.MAIL_READ, "mail_outbox_v1", "unit_code", COLUMNS);
    }
}
