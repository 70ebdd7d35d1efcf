package org.tickmark.kit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitsTest {
    private static final int ROUNDS = 2000;

    @ParameterizedTest
    @CsvSource({"12345, 123455", "1234, 12344", "234567, 2345676", "10000019, 100000199", "123457, 1234574"})
    void computesLuhn(String base, String reference) {
        assertThat(base + CheckDigits.luhnDigit(base)).isEqualTo(reference);
        assertThat(CheckDigits.isLuhn(reference)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1234, 12343", "1234567890, 12345678903", "31, 310", "40, 40-"})
    void computesMod11(String base, String reference) {
        assertThat(base + CheckDigits.mod11Digit(base)).isEqualTo(reference);
        assertThat(CheckDigits.isMod11(reference)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"123, 1232", "123456, 1234561", "000123, 0001232"})
    void computes731(String base, String reference) {
        assertThat(base + CheckDigits.digit731(base)).isEqualTo(reference);
        assertThat(CheckDigits.is731(reference)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1234561, RF341234561", "539007547034, RF18539007547034", "A, RF25A"})
    void computesRf(String content, String reference) {
        assertThat("RF" + CheckDigits.rfDigits(content) + content).isEqualTo(reference);
        assertThat(CheckDigits.isRf(reference)).isTrue();
    }

    @Test
    void computesRecursiveMod10() {
        assertThat(CheckDigits.recursiveMod10Digit("21000000000313947143000901"))
                .isEqualTo('7');
        assertThat(CheckDigits.isRecursiveMod10("210000000003139471430009017")).isTrue();
        assertThat(CheckDigits.isRecursiveMod10("210000000003139471430009018")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0108068171, 83", "0000000097, 97", "0000000098, 01"})
    void computesBelgian(String base, String check) {
        assertThat(CheckDigits.belgianDigits(base)).isEqualTo(check);
        assertThat(CheckDigits.isBelgian(base + check)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1234574, true", "100000199, true", "123455, false", "12, false", "132, true"})
    void knowsTheLengthDigit(String reference, boolean has) {
        assertThat(CheckDigits.hasLengthDigit(reference)).isEqualTo(has);
    }

    @Test
    void refusesAReferenceOfItsCheckAlone() {
        assertThat(CheckDigits.isLuhn("0")).isFalse();
        assertThat(CheckDigits.isMod11("0")).isFalse();
        assertThat(CheckDigits.isRf("RF98")).isFalse();
    }

    @Test
    void acceptsNoRfCheckOutsideTheStandard() {
        // 01 and 98, 00 and 97, 02 and 99 are congruent; only 02 to 98 are ever issued.
        for (int content = 0; content < 1000; content++) {
            assertThat(CheckDigits.isRf("RF00" + content)).isFalse();
            assertThat(CheckDigits.isRf("RF01" + content)).isFalse();
            assertThat(CheckDigits.isRf("RF99" + content)).isFalse();
        }
    }

    @Test
    void catchesEverySubstitution() {
        catchesSubstitutions(base -> base + CheckDigits.luhnDigit(base), CheckDigits::isLuhn);
        catchesSubstitutions(base -> base + CheckDigits.mod11Digit(base), CheckDigits::isMod11);
        catchesSubstitutions(base -> base + CheckDigits.digit731(base), CheckDigits::is731);
        catchesSubstitutions(base -> base + CheckDigits.recursiveMod10Digit(base), CheckDigits::isRecursiveMod10);
        catchesSubstitutions(base -> "RF" + CheckDigits.rfDigits(base) + base, CheckDigits::isRf);
        catchesSubstitutions(base -> base + CheckDigits.belgianDigits(base), CheckDigits::isBelgian);
    }

    private static void catchesSubstitutions(UnaryOperator<String> complete, Predicate<String> isValid) {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            String reference = complete.apply(digits(random));
            assertThat(isValid.test(reference)).as(reference).isTrue();
            for (int i = 0; i < reference.length(); i++) {
                if (!Character.isDigit(reference.charAt(i))) {
                    continue;
                }
                for (char other = '0'; other <= '9'; other++) {
                    if (other != reference.charAt(i)) {
                        String damaged = reference.substring(0, i) + other + reference.substring(i + 1);
                        assertThat(isValid.test(damaged))
                                .as("%s from %s", damaged, reference)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void catchesSwapsOfNeighboursExceptTheKnownOnes() {
        catchesSwaps(
                base -> base + CheckDigits.luhnDigit(base), CheckDigits::isLuhn, (a, b) -> a + b == 9 && a * b == 0);
        catchesSwaps(base -> base + CheckDigits.mod11Digit(base), CheckDigits::isMod11, (a, b) -> false);
        catchesSwaps(base -> base + CheckDigits.digit731(base), CheckDigits::is731, (a, b) -> Math.abs(a - b) == 5);
        catchesSwaps(base -> "RF" + CheckDigits.rfDigits(base) + base, CheckDigits::isRf, (a, b) -> false);
    }

    private static void catchesSwaps(UnaryOperator<String> complete, Predicate<String> isValid, Blind blind) {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            String reference = complete.apply(digits(random));
            for (int i = 0; i + 1 < reference.length(); i++) {
                char a = reference.charAt(i);
                char b = reference.charAt(i + 1);
                if (a == b || !Character.isDigit(a) || !Character.isDigit(b)) {
                    continue;
                }
                String swapped = reference.substring(0, i) + b + a + reference.substring(i + 2);
                assertThat(isValid.test(swapped))
                        .as("%s from %s", swapped, reference)
                        .isEqualTo(blind.to(a - '0', b - '0'));
            }
        }
    }

    private static String digits(Random random) {
        int length = 3 + random.nextInt(15);
        StringBuilder digits = new StringBuilder();
        digits.append((char) ('1' + random.nextInt(9)));
        while (digits.length() < length) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /** The swaps that a check cannot see. */
    @FunctionalInterface
    private interface Blind {
        boolean to(int a, int b);
    }
}
