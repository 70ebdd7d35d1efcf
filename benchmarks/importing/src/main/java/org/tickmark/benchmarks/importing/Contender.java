package org.tickmark.benchmarks.importing;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.tickmark.testkit.file.FileForm;

/** Who reads a file that lies in memory. */
enum Contender {
    TICKMARK("Tickmark", List.of(FileForm.values())) {
        @Override
        Tally read(FileForm form, byte[] file) throws Exception {
            return TallySink.read(form, new ByteArrayInputStream(file));
        }
    },
    PW_ISO20022("pw-iso20022", List.of(FileForm.CAMT)) {
        @Override
        Tally read(FileForm form, byte[] file) {
            return Prowide.camt(file);
        }
    },
    PW_SWIFT_CORE("pw-swift-core", List.of(FileForm.MT940)) {
        @Override
        Tally read(FileForm form, byte[] file) throws Exception {
            return Prowide.mt940(file);
        }
    },
    OFX4J("ofx4j", List.of(FileForm.OFX)) {
        @Override
        Tally read(FileForm form, byte[] file) throws Exception {
            return Ofx4j.read(file);
        }
    },
    COMMONS_CSV("commons-csv", List.of(FileForm.CSV)) {
        @Override
        Tally read(FileForm form, byte[] file) throws Exception {
            return CommonsCsv.read(file);
        }
    };

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // A copy that never changes.
    private final List<FileForm> forms;

    Contender(String title, List<FileForm> forms) {
        this.title = title;
        this.forms = List.copyOf(forms);
    }

    /** Those who read files of a form. */
    static List<Contender> of(FileForm form) {
        return Stream.of(values())
                .filter(contender -> contender.forms.contains(form))
                .toList();
    }

    String title() {
        return title;
    }

    /** Reads a file to its end, each amount as an exact number and each day as a day. */
    abstract Tally read(FileForm form, byte[] file) throws Exception;
}
