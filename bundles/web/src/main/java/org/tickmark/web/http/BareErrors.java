package org.tickmark.web.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server itself says of requests that reach nobody: the status, and nothing of paths, versions or stacks. */
final class BareErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        Exchange.write(Answer.text(code + "\n").status(code), false, response, callback);
    }
}
