package org.tickmark.mail;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.tickmark.api.Problem;

/**
 * Mail addresses as Tickmark takes them: {@code name@domain} in ASCII with a dot-atom before the at sign (RFC 5321, section 4.1.2, and RFC 5322,
 * section 3.2.3), at most 254 characters. Nothing that ends a line, a command or a header is among them.
 */
final class Addresses {
    private static final int LONGEST = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile("(?=.{1,64}@)" + ATOM + "(\\." + ATOM + ")*@" + LABEL + "(\\." + LABEL + ")*");
    private static final int LONGEST_SHOWN = 80;

    private Addresses() {}

    /** The address itself, if it is one. */
    static String checked(String address) {
        if (!isOne(address)) {
            throw noAddress("mail.address", address).exception();
        }
        return address;
    }

    /** Addresses separated by commas, semicolons or blanks. */
    static List<String> in(String setting, String addresses) {
        List<String> found = Arrays.stream(addresses.split("[,;\\s]+"))
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
        found.forEach(address -> inSetting(setting, address));
        return found;
    }

    /** The address in a setting. */
    static String inSetting(String setting, String address) {
        if (!isOne(address)) {
            throw noAddress("config.invalid", address).where(setting).exception();
        }
        return address;
    }

    private static boolean isOne(String address) {
        return address.length() <= LONGEST && ADDRESS.matcher(address).matches();
    }

    private static Problem.Builder noAddress(String code, String address) {
        return Problem.error(code, Texts.message("address"))
                .found(shown(address))
                .expected("name@example.org");
    }

    /** The part after the at sign. */
    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "…";
    }
}
