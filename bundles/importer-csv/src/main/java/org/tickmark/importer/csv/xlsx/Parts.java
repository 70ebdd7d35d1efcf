package org.tickmark.importer.csv.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.Limits;
import org.tickmark.kit.xml.DocumentKind;
import org.tickmark.kit.xml.XmlCursor;
import org.tickmark.kit.zip.Unpacking;

/**
 * The parts of a package (ECMA-376 part 2), most of them XML documents, and how they refer to one another. What a sheet refers to often stands behind it,
 * so the package lies in a file meanwhile. For one thread.
 */
final class Parts implements Closeable {
    /** A workbook of a hundred sheets with pictures has some hundred. */
    private static final int MOST = 10_000;

    private static final int MOST_RELATIONS = 10_000;
    private static final int SNIFFED = 1 << 20;

    private final Limits limits;
    private final ZipFile zip;
    private final Unpacking unpacking;
    private final Map<String, ZipEntry> byName = new HashMap<>();

    /** That a part refers to another: by a name within the part, in a role that ends the type. */
    record Relation(String id, String type, String target) {}

    /** Reads a part. */
    @FunctionalInterface
    interface PartReader {
        void read(XmlCursor xml) throws IOException;
    }

    private Parts(ZipFile zip, Unpacking unpacking, Limits limits) {
        this.zip = zip;
        this.unpacking = unpacking;
        this.limits = limits;
    }

    /**
     * Opens a package; the stream stays open.
     *
     * @throws TickmarkException of class E1, E2 or E3 if it is none
     */
    static Parts open(InputStream in, Limits limits) throws IOException {
        byte[] head = in.readNBytes(SNIFFED);
        requirePackage(head);
        Path path = Files.createTempFile("tickmark-workbook-", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(path)) {
                out.write(head);
                in.transferTo(out);
            }
            return open(path, new Problems(), limits);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static void requirePackage(byte[] head) {
        if (head.length == 0) {
            throw Problems.refusal(ErrorClass.E1, "empty").exception();
        }
        String latin1 = new String(head, StandardCharsets.ISO_8859_1);
        if (Ole.starts(latin1)) {
            throw Ole.refusal(latin1);
        } else if (!latin1.startsWith("PK\u0003\u0004")) {
            throw Problems.refusal(ErrorClass.E2, "other")
                    .where(Problems.WORKBOOK)
                    .exception();
        }
    }

    private static Parts open(Path path, Problems problems, Limits limits) throws IOException {
        Unpacking unpacking = new Unpacking(Files.size(path), limits.bytes(), problems);
        try {
            ZipFile zip = new ZipFile(path.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
            Parts parts = new Parts(zip, unpacking, limits);
            try {
                parts.list();
                return parts;
            } catch (RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw problems.damaged(e).exception(e);
        }
    }

    private void list() {
        if (zip.size() > MOST) {
            throw Problems.refusal(ErrorClass.E3, "parts", MOST)
                    .where(Problems.WORKBOOK)
                    .found(String.valueOf(zip.size()))
                    .exception();
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            byName.put(key(entry.getName()), entry);
        }
    }

    private static String key(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    boolean has(String part) {
        return byName.containsKey(key(part));
    }

    /**
     * Reads a part to where its reader stops.
     *
     * @throws TickmarkException if it is not there, damaged, or no XML
     */
    void read(String part, PartReader reader) throws IOException {
        ZipEntry entry = byName.get(key(part));
        if (entry == null || entry.getSize() == 0) {
            throw Problems.refusal(ErrorClass.E3, "part").where(part).exception();
        }
        DocumentKind kind = new DocumentKind(Set.of(), () -> Problems.refusal(ErrorClass.E3, "xml"), Optional.empty());
        try (InputStream in = unpacking.of(zip, entry)) {
            reader.read(XmlCursor.over(in, limits, kind));
        } catch (TickmarkException e) {
            throw isPlacedInPart(e) ? e.problem().within(part).exception(e) : e;
        }
    }

    /** Whether a problem is one of a document, which knows its lines but not which part it is. */
    private static boolean isPlacedInPart(TickmarkException e) {
        return e.problem().where().filter(place -> place.startsWith("line ")).isPresent();
    }

    /** What a part refers to within the package; for an empty name, what the package does. */
    List<Relation> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String name = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        List<Relation> relations = new ArrayList<>();
        if (has(name)) {
            read(name, xml -> {
                while (xml.nextElement()) {
                    boolean inside = !xml.attribute("TargetMode").equals("External");
                    if (xml.name().equals("Relationship") && inside && relations.size() < MOST_RELATIONS) {
                        relations.add(new Relation(
                                xml.attribute("Id"), xml.attribute("Type"), resolve(folder, xml.attribute("Target"))));
                    }
                }
            });
        }
        return relations;
    }

    /** The name of a part that is told from another's folder. */
    private static String resolve(String folder, String target) {
        List<String> names = new ArrayList<>();
        for (String name : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
            if (name.equals("..") && !names.isEmpty()) {
                names.remove(names.size() - 1);
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return String.join("/", names);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
