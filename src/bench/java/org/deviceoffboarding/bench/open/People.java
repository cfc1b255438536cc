package org.deviceoffboarding.bench.open;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Many people with ten pages each, who go on reading them: at a pace that doesn't wait for the answers. */
final class People implements AutoCloseable {

    static final int PAGES_EACH = 10;

    /** Until something is done on a page again. */
    private static final Duration BETWEEN_ACTS = Duration.ofMinutes(1);

    /** Every so many acts a page is opened anew. */
    private static final int OPENED_ANEW = 10;

    private static final Duration HEARTBEAT = Duration.ofMinutes(5);

    /** All roles that may read, as far as the tenant has people. */
    private static final List<String> ROLES = List.of("owner", "deputy", "operator", "approver", "auditor", "reader");

    private final List<SignedIn> people = new ArrayList<>();
    private final List<String> paths;
    private final AtomicReferenceArray<OpenPage> pages;
    private final Happened happened;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService pace = Executors.newScheduledThreadPool(1);
    private final Map<Integer, Lock> turns = new ConcurrentHashMap<>();
    private int acts;

    /** @param paths of the pages that they have open, which they take in turn */
    People(int pages, List<String> paths, Happened happened) {
        this.pages = new AtomicReferenceArray<>(pages);
        this.paths = paths;
        this.happened = happened;
    }

    void signIn(URI portal) {
        for (int i = 0; i * PAGES_EACH < pages.length(); i++) {
            people.add(SignedIn.at(portal, ROLES.get(i % ROLES.size())));
        }
    }

    int signedIn() {
        return people.size();
    }

    void open() throws IOException {
        for (int i = 0; i < pages.length(); i++) {
            pages.set(i, open(i));
        }
    }

    /** Lets them read from now on. */
    void act() {
        pace.scheduleAtFixedRate(
                () -> workers.execute(this::actOnce),
                0,
                BETWEEN_ACTS.toMillis() / pages.length(),
                TimeUnit.MILLISECONDS);
        pace.scheduleAtFixedRate(
                () -> workers.execute(this::beat), HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
    }

    void rest() {
        pace.shutdownNow();
        workers.close();
    }

    /** Returns after how many milliseconds each page heard last, in order. */
    double[] lastNewsAfter(Instant moment) {
        double[] after = new double[pages.length()];
        for (int i = 0; i < after.length; i++) {
            after[i] = Duration.between(moment, pages.get(i).lastNews()).toMillis();
        }
        Arrays.sort(after);
        return after;
    }

    @Override
    public void close() throws IOException {
        for (int i = 0; i < pages.length(); i++) {
            pages.get(i).close();
        }
    }

    private OpenPage open(int number) throws IOException {
        return OpenPage.open(people.get(number / PAGES_EACH), path(number), happened);
    }

    private String path(int number) {
        return paths.get(number % paths.size());
    }

    private void actOnce() {
        int act = nextAct();
        int number = act % pages.length();
        Lock turn = turns.computeIfAbsent(number, first -> new ReentrantLock());
        turn.lock();
        try {
            actOn(number, act);
        } catch (IOException e) {
            happened.failed(e.toString());
        } finally {
            turn.unlock();
        }
    }

    private void actOn(int number, int act) throws IOException {
        int round = act / pages.length();
        OpenPage page = pages.get(number);
        if ((act + round) % OPENED_ANEW == 0) {
            page.close();
            pages.set(number, open(number));
        } else if ((act + round) % 2 == 0) {
            page.go(path(number + round + 1));
        } else {
            page.scroll(round % 2 == 0 ? 100 : 0);
        }
    }

    private synchronized int nextAct() {
        return acts++;
    }

    private void beat() {
        for (int i = 0; i < pages.length(); i++) {
            try {
                pages.get(i).beat();
            } catch (IOException e) {
                happened.failed(e.toString());
            }
        }
    }
}
