package org.tickmark.mail.smtp;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What client and server said, from the protocol trace of jakarta.mail: without the mail itself, and with credentials masked. One thread at a
 * time.
 */
final class Dialogue extends OutputStream {
    private static final Pattern REPLY = Pattern.compile("\\d{3}([ -].*)?");
    private static final Pattern LOGIN = Pattern.compile("DEBUG SMTP: AUTH (\\S+) command trace suppressed");
    private static final String NOTE = "DEBUG";
    private static final String SEND_THE_MAIL = "354";
    private static final String END_OF_MAIL = ".";
    private static final String HIDDEN = "***";
    /** Shorter ones would hide half of what was said. */
    private static final int SHORTEST_SECRET = 4;

    private final List<String> lines = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean inMail;
    private int mailLines;

    Dialogue(Optional<SmtpAccount.Login> login) {
        login.ifPresent(this::hide);
    }

    private void hide(SmtpAccount.Login login) {
        if (login.secret().length() >= SHORTEST_SECRET) {
            secrets.add(login.secret());
            secrets.add(base64(login.secret()));
            secrets.add(base64(login.user() + "\0" + login.user() + "\0" + login.secret()));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a line of our own, where nobody said anything. */
    void note(String text) {
        lines.add("-- " + masked(text));
    }

    /** What was said so far. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void write(int octet) {
        if (octet == '\n') {
            ended(line.toString());
            line.setLength(0);
        } else if (octet != '\r') {
            line.append((char) (octet & 0xff));
        }
    }

    private void ended(String text) {
        Matcher login = LOGIN.matcher(text);
        if (login.matches()) {
            lines.add("C: AUTH " + login.group(1) + " " + HIDDEN);
        } else if (inMail) {
            mail(text);
        } else if (!text.startsWith(NOTE) && !text.isEmpty()) {
            said(masked(text));
        }
    }

    private void said(String text) {
        boolean server = REPLY.matcher(text).matches();
        lines.add((server ? "S: " : "C: ") + text);
        if (server && text.startsWith(SEND_THE_MAIL)) {
            inMail = true;
            mailLines = 0;
        }
    }

    private void mail(String text) {
        if (text.equals(END_OF_MAIL)) {
            inMail = false;
            note(mailLines + " lines of mail");
            lines.add("C: " + END_OF_MAIL);
        } else if (!text.startsWith(NOTE)) {
            mailLines++;
        }
    }

    private String masked(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, HIDDEN);
        }
        return masked;
    }
}
