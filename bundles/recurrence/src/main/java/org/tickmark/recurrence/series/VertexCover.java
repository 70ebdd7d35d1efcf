package org.tickmark.recurrence.series;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * The smallest set of vertices of a graph with two sides that has an end of every edge: by König's theorem as large as the
 * largest set of edges without a common end, and found from that. One graph an instance.
 */
final class VertexCover {
    private static final int FREE = -1;

    private final List<List<Integer>> edges = new ArrayList<>();
    private final int[] partnerOfLeft;
    private final int[] partnerOfRight;

    VertexCover(int left, int right) {
        for (int vertex = 0; vertex < left; vertex++) {
            edges.add(new ArrayList<>());
        }
        partnerOfLeft = new int[left];
        partnerOfRight = new int[right];
        Arrays.fill(partnerOfLeft, FREE);
        Arrays.fill(partnerOfRight, FREE);
    }

    void edge(int left, int right) {
        edges.get(left).add(right);
    }

    /**
     * The vertices of the cover on either side.
     */
    record Cover(BitSet left, BitSet right) {}

    Cover smallest() {
        for (int left = 0; left < partnerOfLeft.length; left++) {
            augment(left);
        }
        BitSet reachedLeft = new BitSet();
        BitSet reachedRight = new BitSet();
        for (int left = 0; left < partnerOfLeft.length; left++) {
            if (partnerOfLeft[left] == FREE) {
                reach(left, reachedLeft, reachedRight);
            }
        }
        BitSet notReached = new BitSet();
        notReached.set(0, partnerOfLeft.length);
        notReached.andNot(reachedLeft);
        return new Cover(notReached, reachedRight);
    }

    /** Finds a partner for a vertex, if others can be given other partners for it. */
    private void augment(int start) {
        int[] cameFrom = new int[partnerOfRight.length];
        Arrays.fill(cameFrom, FREE);
        Deque<Integer> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            int left = waiting.remove();
            for (int right : edges.get(left)) {
                if (cameFrom[right] != FREE) {
                    continue;
                }
                cameFrom[right] = left;
                if (partnerOfRight[right] == FREE) {
                    pairAlong(right, cameFrom);
                    return;
                }
                waiting.add(partnerOfRight[right]);
            }
        }
    }

    private void pairAlong(int end, int[] cameFrom) {
        int right = end;
        while (right != FREE) {
            int left = cameFrom[right];
            int before = partnerOfLeft[left];
            partnerOfLeft[left] = right;
            partnerOfRight[right] = left;
            right = before;
        }
    }

    private void reach(int start, BitSet reachedLeft, BitSet reachedRight) {
        Deque<Integer> waiting = new ArrayDeque<>(List.of(start));
        reachedLeft.set(start);
        while (!waiting.isEmpty()) {
            for (int right : edges.get(waiting.remove())) {
                if (!reachedRight.get(right)) {
                    reachedRight.set(right);
                    int left = partnerOfRight[right];
                    if (left != FREE && !reachedLeft.get(left)) {
                        reachedLeft.set(left);
                        waiting.add(left);
                    }
                }
            }
        }
    }
}
