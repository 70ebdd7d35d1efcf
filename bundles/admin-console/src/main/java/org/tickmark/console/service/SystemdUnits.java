package org.tickmark.console.service;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Units for systemd: a server, and a night run by a timer for where there is no server. They may write where they must and nowhere else. Source: systemd.unit(5),
 * systemd.service(5), systemd.timer(5), systemd.exec(5), systemd.syntax(7).
 */
public final class SystemdUnits {
    /** The server. */
    public static final String SERVER = "tickmark.service";

    /** The night run. */
    public static final String NIGHT = "tickmark-night.service";

    /** When the night run begins. */
    public static final String TIMER = "tickmark-night.timer";

    /** How the first line of a unit begins that may be written over. */
    public static final String MARK = "# Written by tickmark service install";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** A socket of a longer path lies in the temporary folder, where clients must find it. */
    private static final int MOST_SOCKET_BYTES = 100;

    private static final List<String> HARDENING = List.of(
            "NoNewPrivileges=yes",
            "ProtectSystem=strict",
            "PrivateDevices=yes",
            "ProtectKernelTunables=yes",
            "ProtectKernelModules=yes",
            "ProtectKernelLogs=yes",
            "ProtectControlGroups=yes",
            "ProtectClock=yes",
            "ProtectHostname=yes",
            "ProtectProc=invisible",
            "RestrictNamespaces=yes",
            "RestrictRealtime=yes",
            "RestrictSUIDSGID=yes",
            "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6",
            "LockPersonality=yes",
            "CapabilityBoundingSet=",
            "SystemCallArchitectures=native",
            "SystemCallFilter=@system-service",
            "SystemCallErrorNumber=EPERM",
            "# Not MemoryDenyWriteExecute: Java compiles while it runs.");

    private final ServicePlan plan;

    private SystemdUnits(ServicePlan plan) {
        this.plan = plan;
    }

    /**
     * The texts of the units, by their names.
     *
     * @throws IllegalArgumentException if a path or the user cannot be said in a unit; the message is that path or user
     */
    public static Map<String, String> of(ServicePlan plan) {
        SystemdUnits units = new SystemdUnits(plan);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(SERVER, units.server());
        texts.put(NIGHT, units.night());
        texts.put(TIMER, units.timer());
        return Collections.unmodifiableMap(texts);
    }

    private String server() {
        List<String> lines = new ArrayList<>(head("Tickmark"));
        lines.addAll(List.of(
                "StartLimitIntervalSec=10min",
                "StartLimitBurst=5",
                "",
                "[Service]",
                "Type=exec",
                "ExecStart=" + command("server", "--no-shell"),
                "Restart=on-failure",
                "RestartSec=10s",
                "# A wrong command line or configuration does not mend itself.",
                "RestartPreventExitStatus=2 3",
                "SuccessExitStatus=130 143",
                "# Work that is going on may finish first.",
                "TimeoutStopSec=90s",
                "KillMode=mixed"));
        lines.addAll(surroundings());
        lines.addAll(List.of("", "[Install]", "WantedBy=multi-user.target"));
        return text(SERVER, lines);
    }

    private String night() {
        List<String> lines = new ArrayList<>(head("Night run of Tickmark"));
        lines.addAll(List.of(
                "",
                "[Service]",
                "Type=oneshot",
                "ExecStart=" + command("--quiet", "/A", "--wait-lock", "30m"),
                "TimeoutStartSec=infinity",
                "TimeoutStopSec=90s",
                "KillMode=mixed"));
        lines.addAll(surroundings());
        return text(NIGHT, lines);
    }

    private String timer() {
        String days = plan.weekdays() ? "Mon..Fri *-*-* " : "*-*-* ";
        String zone = plan.zone().map(name -> " " + name).orElse("");
        return text(
                TIMER,
                List.of(
                        "[Unit]",
                        "Description=When the night run of Tickmark begins",
                        "",
                        "[Timer]",
                        "OnCalendar=" + days + TIME.format(plan.at()) + zone,
                        "# A night in which the machine was off is made up for.",
                        "Persistent=true",
                        "",
                        "[Install]",
                        "WantedBy=timers.target"));
    }

    private static List<String> head(String description) {
        return List.of(
                "[Unit]",
                "Description=" + description,
                "Wants=network-online.target",
                "After=network-online.target remote-fs.target");
    }

    private List<String> surroundings() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "User=" + user(),
                "WorkingDirectory=" + plain(plan.data().toString()),
                "UMask=0027",
                "Environment=" + quoted("JAVA_HOME=" + plan.java()),
                "# For the names of files with letters such as å, ä and ø.",
                "Environment=LC_ALL=C.UTF-8",
                ""));
        lines.addAll(HARDENING);
        lines.add("PrivateTmp=" + (needsTemporaryFolder() ? "no" : "yes"));
        lines.add("ProtectHome=" + (uses("/home", "/root", "/run/user") ? "read-only" : "yes"));
        lines.add("ReadWritePaths=" + quoted(plan.data().toString()));
        // A folder that is not there, such as a share that is not mounted, is for the program to tell.
        plan.writable().forEach(folder -> lines.add("ReadWritePaths=" + quoted("-" + folder)));
        return lines;
    }

    private boolean needsTemporaryFolder() {
        int bytes = plan.data().resolve("tickmark.sock").toString().getBytes(StandardCharsets.UTF_8).length;
        return bytes > MOST_SOCKET_BYTES || uses("/tmp", "/var/tmp");
    }

    private boolean uses(String... roots) {
        return plan.all().stream().anyMatch(path -> Stream.of(roots).anyMatch(path::startsWith));
    }

    private String user() {
        if (!plan.user().matches("[A-Za-z0-9_][A-Za-z0-9_.-]*\\$?")) {
            throw new IllegalArgumentException(plan.user());
        }
        return plan.user();
    }

    private String command(String... words) {
        Path program = plan.home().resolve("bin").resolve("tickmark");
        return Stream.of(Stream.of(program.toString()), plan.places().stream(), Stream.of(words))
                .flatMap(all -> all)
                .map(word -> quoted(word).replace("$", "$$"))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return "\"" + plain(word).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String plain(String word) {
        if (word.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(word);
        }
        return word.replace("%", "%%");
    }

    private static String text(String unit, List<String> lines) {
        return MARK + ". For changes of your own: systemctl edit " + unit + "\n" + String.join("\n", lines) + "\n";
    }
}
