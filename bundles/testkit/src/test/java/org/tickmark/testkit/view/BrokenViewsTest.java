package org.tickmark.testkit.view;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickmark.api.Permission;
import org.tickmark.api.message.Message;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;

/** Each rule of the contract catches the views that break it. */
class BrokenViewsTest {
    /** A test of the contract. */
    @FunctionalInterface
    interface Rule {
        void check(WorkbenchViewContract contract) throws Exception;
    }

    /** The contract over a broken view. */
    private static final class ContractOver extends WorkbenchViewContract {
        private final WorkbenchView broken;

        ContractOver(WorkbenchView broken) {
            this.broken = broken;
        }

        @Override
        protected WorkbenchView view() {
            return broken;
        }

        @Override
        protected FakeViewCall goodCall() {
            return NamesView.call();
        }
    }

    /** Breaks WV-01: another place every time. */
    static final class Wanders extends NamesView {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public ViewSpec spec() {
            return new ViewSpec(
                    "names",
                    Perspective.OPERATIONS,
                    asked.incrementAndGet(),
                    Message.verbatim("Names"),
                    Permission.SYSTEM_READ);
        }
    }

    /** Breaks WV-01: nobody can read what it is called. */
    static final class HasNoTitle extends NamesView {
        @Override
        public ViewSpec spec() {
            return new ViewSpec("names", Perspective.OPERATIONS, 1, Message.verbatim(" "), Permission.SYSTEM_READ);
        }
    }

    /** Breaks WV-02: believes that a number comes. */
    static final class BelievesNumbers extends NamesView {
        @Override
        public void render(ViewCall call, Html html) {
            super.render(call, html);
            call.parameter("page").map(Integer::valueOf).ifPresent(page -> html.text("page " + page));
        }
    }

    /** Breaks WV-03: counts who looks. */
    static final class CountsLooks extends NamesView {
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public void render(ViewCall call, Html html) {
            html.text("look " + looks.incrementAndGet());
            super.render(call, html);
        }
    }

    /** Breaks WV-05: makes an error of its own of what a command says. */
    static final class HidesProblems extends NamesView {
        @Override
        public void render(ViewCall call, Html html) {
            try {
                super.render(call, html);
            } catch (RuntimeException e) {
                throw new IllegalStateException("It did not work", e);
            }
        }
    }

    /** Breaks WV-06: keeps the page it is at in itself. */
    static final class KeepsItsPlace extends NamesView {
        private final AtomicInteger at = new AtomicInteger();

        @Override
        public void render(ViewCall call, Html html) {
            html.text(at.incrementAndGet() > 1 ? "busy" : "free");
            super.render(call, html);
        }
    }

    /** Breaks WV-08: writes all there is. */
    static final class WritesAll extends NamesView {
        @Override
        public void render(ViewCall call, Html html) {
            names(call).rows().forEach(row -> html.element("p", "The name is " + row.get(0) + " and nothing else."));
        }
    }

    @ParameterizedTest(name = "{0} catches {1}")
    @MethodSource
    void catches(String number, String fault, Rule rule, WorkbenchView broken) {
        assertThatThrownBy(() -> rule.check(new ContractOver(broken)))
                .as("%s over a view that breaks it: %s", number, fault)
                .isInstanceOf(AssertionError.class);
    }

    static Stream<Arguments> catches() {
        Rule wv01 = WorkbenchViewContract::wv01_declaresItselfOnce;
        return Stream.of(
                broken("WV-01", wv01, new Wanders()),
                broken("WV-01", wv01, new HasNoTitle()),
                broken("WV-02", WorkbenchViewContract::wv02_takesParametersAsTyped, new BelievesNumbers()),
                broken("WV-03", WorkbenchViewContract::wv03_changesNothing, new CountsLooks()),
                broken("WV-05", WorkbenchViewContract::wv05_passesOnWhatCommandsSay, new HidesProblems()),
                broken("WV-06", WorkbenchViewContract::wv06_servesManyThreads, new KeepsItsPlace()),
                broken("WV-08", WorkbenchViewContract::wv08_keepsShortWhereThereIsMuch, new WritesAll()));
    }

    private static Arguments broken(String number, Rule rule, WorkbenchView view) {
        return arguments(number, view.getClass().getSimpleName(), rule, view);
    }
}
