package org.tickmark.example.executor.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * What the other side answered.
 *
 * @param status the status
 * @param text the beginning of the body, read as UTF-8
 * @param isCut whether there is more of it
 */
record Answer(int status, String text, boolean isCut) {
    /** Reads answers of which no more than this many bytes are kept, or even fetched. */
    static HttpResponse.BodyHandler<Answer> ofAtMost(long mostBytes) {
        return response -> new Reader(response.statusCode(), mostBytes);
    }

    private static final class Reader implements HttpResponse.BodySubscriber<Answer> {
        private final int status;
        private final long mostBytes;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();
        private Flow.Subscription subscription;

        Reader(int status, long mostBytes) {
            this.status = status;
            this.mostBytes = mostBytes;
        }

        @Override
        public CompletionStage<Answer> getBody() {
            return answer;
        }

        @Override
        public void onSubscribe(Flow.Subscription toAnswer) {
            subscription = toAnswer;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                int length = (int) Math.min(buffer.remaining(), mostBytes - kept.size());
                byte[] bytes = new byte[length];
                buffer.get(bytes);
                kept.writeBytes(bytes);
                if (buffer.hasRemaining()) {
                    subscription.cancel();
                    end(true);
                    return;
                }
            }
        }

        @Override
        public void onError(Throwable failure) {
            answer.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            end(false);
        }

        private void end(boolean isCut) {
            answer.complete(new Answer(status, kept.toString(StandardCharsets.UTF_8), isCut));
        }
    }
}
