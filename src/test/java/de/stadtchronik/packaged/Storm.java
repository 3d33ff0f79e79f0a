package de.stadtchronik.packaged;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What those who write at the same time, and whoever kills what they write to, know of each other. */
final class Storm {

    /** So many answers take it past the slow beginning of a process. */
    private static final int WARM = 100;

    private final CountDownLatch warmth = new CountDownLatch(WARM);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private volatile boolean over;

    void answered(Write write) {
        if (write.acknowledges()) {
            acknowledged.incrementAndGet();
        }
        warmth.countDown();
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** Waits until it is in full swing, and says whether it is; if all who write have failed, it never will be. */
    boolean isInFullSwing() throws InterruptedException {
        return warmth.await(2, TimeUnit.MINUTES);
    }

    /** From now on nobody is to wonder that there is no answer. */
    void ends() {
        over = true;
    }

    boolean isOver() {
        return over;
    }
}
