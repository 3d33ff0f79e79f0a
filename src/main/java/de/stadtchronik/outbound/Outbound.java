package de.stadtchronik.outbound;

import de.stadtchronik.outbound.OutboundFailure.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls other servers. A name is looked up, its addresses are checked, and the connection goes to one of those that were
 * checked: a name that means something else a moment later leads nowhere. Redirects are not followed, proxies not used.
 */
@ApplicationScoped
public class Outbound {

    /** Looking up a name waits on a thread; slow names are not to keep others from being found. */
    private static final int NAMES_AT_ONCE = 16;

    /** Per server. */
    private static final int CONNECTIONS = 64;

    private final Vertx vertx;
    private final Directory directory;
    private final HttpClient client;
    private final ExecutorService lookups = Executors.newFixedThreadPool(NAMES_AT_ONCE, work -> {
        var thread = new Thread(work, "outbound");
        thread.setDaemon(true);
        return thread;
    });

    Outbound(Vertx vertx, Directory directory) {
        this.vertx = vertx;
        this.directory = directory;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(CONNECTIONS)
                .setVerifyHost(true)
                .setTrustAll(false));
    }

    /**
     * Makes a call, without waiting. Any status is an answer.
     *
     * @return fails with an {@link OutboundFailure} and nothing else
     */
    public CompletionStage<Reply> send(Call call) {
        var exchange = new Exchange(vertx, client, call);
        lookups.execute(() -> start(call, exchange));
        return exchange.reply();
    }

    private void start(Call call, Exchange exchange) {
        if (exchange.isOver()) {
            return;
        }
        try {
            var destination = Destination.of(call.address());
            exchange.connect(destination, directory.find(destination).iterator());
        } catch (RuntimeException failure) {
            exchange.fail(failure);
        }
    }

    /**
     * Makes a call and waits for the answer; never to be called on an event loop.
     *
     * @throws OutboundFailure if there is none
     */
    public Reply await(Call call) {
        return waitFor(send(call).toCompletableFuture());
    }

    /**
     * Finds out whether an address may be called, as far as that can be said now: names may mean something else later.
     *
     * @throws OutboundFailure MALFORMED_URL, UNKNOWN_HOST, FORBIDDEN_ADDRESS, TIMEOUT
     */
    public void check(URI address, Duration timeout) {
        var destination = Destination.of(address);
        waitFor(CompletableFuture.supplyAsync(() -> directory.find(destination), lookups)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static <T> T waitFor(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof OutboundFailure named ? named : late(failed);
        }
    }

    private static RuntimeException late(CompletionException failed) {
        return failed.getCause() instanceof TimeoutException timeout
                ? new OutboundFailure(Reason.TIMEOUT, timeout)
                : failed;
    }

    @PreDestroy
    void close() {
        lookups.shutdownNow();
        client.close();
    }
}
