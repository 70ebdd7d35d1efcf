package org.tickmark.launcher.it;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tells when something comes into folders or leaves them, without keeping a core busy: the process that is watched needs it. */
final class Changes implements AutoCloseable {
    /** After so long it is looked again without any change: whether the process still lives, or has made its database. */
    private static final long MOST_MILLIS = 5;

    private final WatchService service;

    private Changes(WatchService service) {
        this.service = service;
    }

    /** Watches these folders, if they are there, and all that is in them now; links are followed. */
    static Changes in(Path... tops) throws IOException {
        WatchService service = tops[0].getFileSystem().newWatchService();
        for (Path top : tops) {
            if (Files.exists(top)) {
                register(top, service);
            }
        }
        return new Changes(service);
    }

    private static void register(Path top, WatchService service) throws IOException {
        try (Stream<Path> paths = Files.walk(top, FileVisitOption.FOLLOW_LINKS)) {
            for (Path folder : (Iterable<Path>) paths.filter(Files::isDirectory)::iterator) {
                folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            }
        }
    }

    /** Waits for a change, not for long. */
    void await() {
        try {
            WatchKey changed = service.poll(MOST_MILLIS, TimeUnit.MILLISECONDS);
            for (; changed != null; changed = service.poll()) {
                changed.pollEvents();
                changed.reset();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
