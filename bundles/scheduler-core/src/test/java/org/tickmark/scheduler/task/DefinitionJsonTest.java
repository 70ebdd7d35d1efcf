package org.tickmark.scheduler.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DefinitionJsonTest {
    @Test
    void readsWhatItWrote() {
        assertThat(DefinitionJson.read(DefinitionJson.write(Samples.rich("all"))))
                .isEqualTo(Samples.rich("all"));
        assertThat(DefinitionJson.read(DefinitionJson.write(Samples.task("few", ""))))
                .isEqualTo(Samples.task("few", ""));
    }

    @Test
    void leavesOutWhatIsUsual() {
        assertThat(DefinitionJson.write(Samples.task("nightly", "cron:0 6 * * *")))
                .isEqualTo("""
                    {"executor":"import","name":"nightly","owner":"os:anna","schedule":"cron:0 6 * * *","zone":"Europe/Oslo"}\
                    """);
    }
}
