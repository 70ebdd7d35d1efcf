package org.tickmark.script.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.TickmarkException;

class AllowedAddressesTest {
    private final AllowedAddresses allowed =
            AllowedAddresses.read("https://api.example.org/v1, http://bank.example.org:8080");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.org/v1",
                "https://api.example.org/v1/rates?day=2026-11-27",
                "https://API.example.org:443/v1/",
                "http://bank.example.org:8080/",
                "http://bank.example.org:8080"
            })
    void whatBeginsAsAllowedIsAllowed(String address) {
        assertThat(allowed.require(address)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.org/v1",
                "https://api.example.org/v10",
                "https://api.example.org/",
                "https://api.example.org/v1/../admin",
                "https://api.example.org/v1/%2e%2e/admin",
                "https://api.example.org:8443/v1",
                "https://api.example.org@evil.example/v1",
                "https://me:secret@api.example.org/v1",
                "https://api.example.org.evil.example/v1",
                "http://bank.example.org/",
                "http://169.254.169.254/",
                "http://localhost:8787/",
                "file:///etc/passwd",
                "https:/v1",
                "not an address",
                ""
            })
    void anythingElseIsRefused(String address) {
        assertThatThrownBy(() -> allowed.require(address))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("script.http-refused"));
    }

    @Test
    void nothingIsAllowedUnlessSomebodySaysSo() {
        assertThatThrownBy(() -> AllowedAddresses.read(" ").require("https://api.example.org/v1"))
                .hasMessageContaining("https://api.example.org/v1");
        assertThatThrownBy(() -> AllowedAddresses.read("api.example.org")).hasMessageContaining("api.example.org");
    }
}
