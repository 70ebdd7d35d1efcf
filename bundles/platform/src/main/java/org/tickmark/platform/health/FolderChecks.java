package org.tickmark.platform.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tickmark.api.host.OwnFolders.FolderCheck;
import org.tickmark.kit.path.FolderProbe;

/** Checks folders by using them; for one round, on one thread. */
final class FolderChecks {
    private static final long MEGABYTE = 1 << 20;

    private final List<FolderCheck> made = new ArrayList<>();

    /** The folder is there, files can be made in it, and there is room for so many megabytes at least. */
    FolderChecks used(String which, Path folder, long leastMegabytes) {
        if (!Files.isDirectory(folder)) {
            return fails(which + ".there", "missing", folder);
        }
        try {
            FolderProbe.write(folder);
            add(which + ".writable", true, "there", folder);
            long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
            boolean enough = free >= leastMegabytes;
            return add(which + ".space", enough, enough ? "space" : "space.little", folder, free, leastMegabytes);
        } catch (IOException e) {
            return fails(which + ".writable", "unwritable", folder, FolderProbe.reason(e));
        }
    }

    /** The folder is used, or can be made where the first folder above it is that is there. */
    FolderChecks usedOrMade(String which, Path folder) {
        if (Files.isDirectory(folder)) {
            return used(which, folder, 0);
        }
        Path above = folder;
        while (above.getParent() != null && !Files.exists(above)) {
            above = above.getParent();
        }
        boolean can = Files.isDirectory(above) && Files.isWritable(above);
        return add(which + ".writable", can, can ? "made-later" : "unmakeable", folder);
    }

    /** The folder can be read, if it is there. */
    FolderChecks read(String which, Path folder) {
        if (!Files.exists(folder)) {
            return add(which + ".readable", true, "none", folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            boolean empty = files.findAny().isEmpty();
            return add(which + ".readable", true, empty ? "empty" : "there", folder);
        } catch (IOException e) {
            return fails(which + ".readable", "unreadable", folder, FolderProbe.reason(e));
        }
    }

    private FolderChecks fails(String check, String text, Path folder, Object... more) {
        return add(check, false, text, folder, more);
    }

    private FolderChecks add(String check, boolean ok, String text, Path folder, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(more));
        made.add(new FolderCheck(check, ok, Texts.message("folder." + text, arguments.toArray())));
        return this;
    }

    /** What was found, in the order in which it was looked. */
    List<FolderCheck> made() {
        return List.copyOf(made);
    }
}
