package org.tickmark.platform.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.host.OwnFolders;
import org.tickmark.platform.FileAccess;

/** The folders of this process can be used, and the data lies on a file system that keeps it. */
@Component(property = HealthCheck.NAME + "=folders")
public final class FoldersCheck implements HealthCheck {
    /** Locks and flushed writes are not to be relied on over these. */
    private static final Set<String> OF_NETWORKS =
            Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "fuse.sshfs", "afpfs", "davfs");

    /** These are empty after a restart of the machine. */
    private static final Set<String> OF_MEMORY = Set.of("tmpfs", "ramfs");

    private final OwnFolders folders;

    @Activate
    public FoldersCheck(@Reference OwnFolders folders) {
        this.folders = folders;
    }

    @Override
    public Health check() throws IOException {
        Path data = folders.data();
        Health health = Health.well(Texts.message("folders", data.toString()));
        List<OwnFolders.FolderCheck> checks = folders.check(Caller.system());
        for (OwnFolders.FolderCheck check : checks) {
            if (!check.ok()) {
                health = health.and(Problem.error("path.own", check.detail())
                        .where(check.check())
                        .build());
            }
        }
        return Files.isDirectory(data) ? kind(data, health) : health;
    }

    private static Health kind(Path data, Health health) throws IOException {
        String type = Files.getFileStore(data).type();
        Health found = health;
        if (OF_NETWORKS.contains(type)) {
            found = found.and(Texts.warning("folders.network")
                    .where(data.toString())
                    .found(type)
                    .build());
        }
        if (OF_MEMORY.contains(type)) {
            found = found.and(Texts.warning("folders.memory")
                    .where(data.toString())
                    .found(type)
                    .build());
        }
        if (FileAccess.mayBeReadByOthers(data)) {
            found = found.and(
                    Texts.warning("folders.open").where(data.toString()).build());
        }
        return found;
    }
}
