package org.tickmark.reconciliation.engine;

/** Rows that hold the same reference. */
final class ReferenceBlocks implements Blocks {
    private final ReferenceKey kind;

    ReferenceBlocks(ReferenceKey kind) {
        this.kind = kind;
    }

    @Override
    public void forEach(Board board, Visitor visitor) {
        Blocks.forEachKey(board, kind.postings(board.rows()), (key, bank, ledger) -> {
            visitor.visit(key, bank, ledger);
            visitor.visit(key, ledger, bank);
        });
    }

    @Override
    public boolean disagree(Board board, int one, int other) {
        return board.relations().labelsDisagree(one, other);
    }

    @Override
    public boolean proveTotals() {
        return true;
    }

    @Override
    public boolean couldBePair(Board board, int one, int other) {
        return kind.keys(board.rows()).share(one, other);
    }
}
