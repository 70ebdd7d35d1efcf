package org.tickmark.access;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordSource;
import org.tickmark.kit.record.ViewRecords;

/** Users as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=user")
public final class UserRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.text("name"),
            Column.text("full_name"),
            Column.text("email"),
            Column.list("roles"),
            Column.list("units"),
            Column.text("language"),
            Column.text("lock_reason"),
            Column.instant("created_at"),
            Column.instant("last_sign_in"));

    @Activate
    public UserRecords(@Reference(target = "(tickmark.schema=org.tickmark.access)") Transactions transactions) {
        super(transactions, Permission.USER_READ, "access_user_v1", "unit_code", COLUMNS);
    }
}
