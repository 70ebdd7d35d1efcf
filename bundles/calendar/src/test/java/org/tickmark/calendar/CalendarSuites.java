package org.tickmark.calendar;

import org.junit.jupiter.api.Nested;
import org.tickmark.api.host.Transactions;

/** Everything that the calendar promises, on one database. */
abstract class CalendarSuites {
    /** The database of the subclass, with the tables of the calendar. */
    abstract Transactions transactions();

    @Nested
    class Originals extends OriginalsSuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }

    @Nested
    class Adding extends AddingSuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }

    @Nested
    class Changing extends ChangingSuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }

    @Nested
    class EditCases extends EditCasesSuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }

    @Nested
    class ReportedBugs extends ReportedBugsSuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }

    @Nested
    class Undo extends UndoSuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }

    @Nested
    class Files extends FilesSuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }

    @Nested
    class Handlers extends HandlersSuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }

    @Nested
    class Endless extends EndlessSuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }

    @Nested
    class Clocks extends ClocksSuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }

    @Nested
    class Rows extends RowsSuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }

    @Nested
    class Participants extends ParticipantsSuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }

    @Nested
    class Answers extends AnswersSuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }

    @Nested
    class FreeBusy extends FreeBusySuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }

    @Nested
    class Clashes extends ClashesSuite {
        @Override
        Transactions transactions() {
            return CalendarSuites.this.transactions();
        }
    }
}
