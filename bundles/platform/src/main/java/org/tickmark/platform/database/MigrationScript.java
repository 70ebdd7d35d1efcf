package org.tickmark.platform.database;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.MessageCatalog;

/**
 * One file of a bundle's {@code db} folder, {@code NNN_name.sql}.
 *
 * @param number its place in the order, from 1
 * @param name the rest of the file name, without the ending
 * @param text the statements, with lines that end in LF
 */
public record MigrationScript(int number, String name, String text) {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(MigrationScript.class);
    private static final Pattern FILE_NAME = Pattern.compile("(\\d{3})_([a-z0-9_]+)\\.sql");

    public MigrationScript {
        text = text.replace("\r\n", "\n");
    }

    /**
     * The script in a file of a bundle's {@code db} folder.
     *
     * @throws TickmarkException with code {@code migration.name} if the file is not named as scripts are
     */
    public static MigrationScript of(String bundle, String fileName, String text) {
        Matcher matcher = FILE_NAME.matcher(fileName);
        if (!matcher.matches()) {
            throw Problem.error("migration.name", MESSAGES.message("migration.name"))
                    .where(bundle + "/db/" + fileName)
                    .expected("NNN_name.sql")
                    .exception();
        }
        return new MigrationScript(Integer.parseInt(matcher.group(1)), matcher.group(2), text);
    }

    /** The file name. */
    String fileName() {
        return "%03d_%s.sql".formatted(number, name);
    }

    /** SHA-256 of the text in UTF-8, as 64 hexadecimal digits. */
    String checksum() {
        return HexFormat.of().formatHex(Sha256.of(text));
    }
}
