package org.deviceoffboarding.graph;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Response;
import org.deviceoffboarding.graph.answer.BrokenConnectionException;

/** A request that was sent before anybody waits for its answer, of which no more than the beginning is kept until then. To be closed unless its answer is taken. */
final class SentAhead implements AutoCloseable {

    private static final Executor BESIDE = Thread::startVirtualThread;

    private final Call call;
    private final CompletableFuture<Response> answer;

    SentAhead(Call call, Function<Call, Response> execution) {
        this.call = call;
        this.answer = CompletableFuture.supplyAsync(() -> execution.apply(call), BESIDE);
    }

    /**
     * Waits for the answer, which whoever takes it closes.
     *
     * @throws BrokenConnectionException if none came, or the thread was interrupted; it still is
     */
    Response answer() {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new BrokenConnectionException("the portal stopped waiting", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException("A request failed", e);
            }
        }
    }

    /** Gives the answer up, whether it has come or not. Nothing of it is waited for. */
    @Override
    public void close() {
        call.cancel();
        answer.thenAccept(Response::close);
    }
}
