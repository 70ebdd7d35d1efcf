package org.tickmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tickmark.api.message.Message;

class ProblemTest {
    @Test
    void saysWhereWhatFoundExpectedAndAdviceInOneLine() {
        Problem problem = Problem.error("E4.amount", Message.verbatim("The amount cannot be read."))
                .where("line 118")
                .found("12,3,4")
                .expected("digits and one decimal sign")
                .advice(Message.verbatim("Correct the line."))
                .build();

        assertThat(problem.text(Locale.ENGLISH))
                .isEqualTo("line 118: The amount cannot be read. Found: 12,3,4; expected: digits and one decimal sign."
                        + " Correct the line.");
        assertThat(problem.text(Locale.forLanguageTag("nb"))).contains("Funnet: 12,3,4; ventet:");
        assertThat(problem.text(Locale.forLanguageTag("sv"))).contains("Hittade: 12,3,4; väntade:");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Problem problem =
                Problem.warning("W.note", Message.verbatim("Look here.")).build();

        assertThat(problem.text(Locale.ENGLISH)).isEqualTo("Look here.");
        assertThat(problem.where()).isEmpty();
        assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void saysTheSameWithinALargerPlace() {
        Problem problem = Problem.error("E4.amount", Message.verbatim("The amount cannot be read."))
                .where("line 118")
                .found("12,3,4")
                .expected("digits")
                .advice(Message.verbatim("Correct the line."))
                .build();

        assertThat(problem.within("may.xml").toString())
                .isEqualTo("E4.amount: may.xml, line 118: The amount cannot be read. Found: 12,3,4; expected: digits."
                        + " Correct the line.");
        assertThat(Problem.info("I.note", Message.verbatim("Look.")).build().within("may.xml"))
                .satisfies(placed -> assertThat(placed.where()).contains("may.xml"))
                .satisfies(placed -> assertThat(placed.severity()).isEqualTo(Severity.INFO));
    }

    @Test
    void weighsWhatItIsSaidToWeigh() {
        Problem error =
                Problem.error("E6.gap", Message.verbatim("A gap.")).found("x").build();

        Problem warning = error.toBuilder().severity(Severity.WARNING).build();

        assertThat(warning.severity()).isEqualTo(Severity.WARNING);
        assertThat(warning.toString()).isEqualTo(error.toString());
    }

    @Test
    void anExceptionCarriesTheProblemAndReadsLikeIt() {
        TickmarkException thrown = Problem.error("store.failed", Message.verbatim("It broke."))
                .exception(new IllegalStateException("why"));

        assertThat(thrown).hasMessage("It broke.").hasCauseInstanceOf(IllegalStateException.class);
        assertThat(thrown.problem().code()).isEqualTo("store.failed");
    }
}
