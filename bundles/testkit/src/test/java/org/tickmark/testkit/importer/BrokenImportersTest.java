package org.tickmark.testkit.importer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickmark.api.importer.StatementImporter;

/** Each rule of the contract catches the importers that break it. */
class BrokenImportersTest {
    /** A test of the contract. */
    @FunctionalInterface
    interface Rule {
        void check(StatementImporterContract contract) throws Exception;
    }

    /** The contract that the good importer keeps, over a broken one. */
    private static final class ContractOver extends LinesImporterContractTest {
        private final StatementImporter broken;

        ContractOver(StatementImporter broken) {
            this.broken = broken;
        }

        @Override
        protected StatementImporter importer() {
            return broken;
        }
    }

    @ParameterizedTest(name = "{0} catches {1}")
    @MethodSource
    void catches(String number, String fault, Rule rule, StatementImporter broken) {
        assertThatThrownBy(() -> rule.check(new ContractOver(broken)))
                .as("%s over an importer that breaks it: %s", number, fault)
                .isInstanceOfAny(AssertionError.class, RuntimeException.class);
    }

    static Stream<Arguments> catches() {
        Rule si01 = StatementImporterContract::si01_probesAnyBytesWithoutFailing;
        Rule si02 = StatementImporterContract::si02_claimsNoFileOfAnotherFormat;
        Rule si03 = StatementImporterContract::si03_holdsNoMoreForMoreEntries;
        Rule si04 = StatementImporterContract::si04_tellsTheSameForTheSameBytes;
        Rule si05 = StatementImporterContract::si05_closesEveryStatement;
        Rule si06 = StatementImporterContract::si06_keepsAmountsExactAndSigned;
        Rule si07 = StatementImporterContract::si07_goesOnAfterAFieldThatCannotBeRead;
        Rule si08 = StatementImporterContract::si08_refusesWhatItCannotReadWithACode;
        Rule si09 = StatementImporterContract::si09_noticesAFileThatIsCutOff;
        Rule si10 = StatementImporterContract::si10_leavesTheStreamOpenAndKeepsNothing;
        Rule si11 = StatementImporterContract::si11_stopsWhenAsked;
        return Stream.of(
                broken("SI-01", si01, new BrokenImporters.ProbesBeyondTheHead()),
                broken("SI-01", si01, new BrokenImporters.ProbesAbove100()),
                broken("SI-01", si01, new BrokenImporters.ProbesWithASideEffect()),
                broken("SI-02", si02, new BrokenImporters.ClaimsForeignFiles()),
                broken("SI-03", si03, new BrokenImporters.CollectsEntries()),
                broken("SI-03", si03, new BrokenImporters.RemembersAmounts()),
                broken("SI-04", si04, new BrokenImporters.NumbersAllReadings()),
                broken("SI-05", si05, new BrokenImporters.LeavesStatementsOpen()),
                broken("SI-06", si06, new BrokenImporters.RoundsAmounts()),
                broken("SI-06", si06, new BrokenImporters.TurnsTheSign()),
                broken("SI-07", si07, new BrokenImporters.HidesBrokenFields()),
                broken("SI-07", si07, new BrokenImporters.StopsAtABrokenField()),
                broken("SI-07", si07, new BrokenImporters.HidesThePlace()),
                broken("SI-08", si08, new BrokenImporters.ThrowsWhatComes()),
                broken("SI-08", si08, new BrokenImporters.RefusesWithoutACode()),
                broken("SI-09", si09, new BrokenImporters.NeedsNoTrailer()),
                broken("SI-10", si10, new BrokenImporters.ClosesTheStream()),
                broken("SI-10", si10, new BrokenImporters.KeepsTheSink()),
                broken("SI-10", si10, new BrokenImporters.ServesOneThread()),
                broken("SI-11", si11, new BrokenImporters.NeverAsksToStop()),
                broken("SI-11", si11, new BrokenImporters.AsksSeldom()));
    }

    private static Arguments broken(String number, Rule rule, StatementImporter importer) {
        return arguments(number, importer.getClass().getSimpleName(), rule, importer);
    }
}
