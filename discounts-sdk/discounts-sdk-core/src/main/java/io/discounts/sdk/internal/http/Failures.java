package io.discounts.sdk.internal.http;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.CallAbortedException;
import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.RemoteFailedException;
import io.discounts.sdk.RemoteTimeoutException;
import io.discounts.sdk.UnreadableAnswerException;
import io.discounts.sdk.internal.json.UnexpectedJsonException;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;

/** What it means for a call that its exchange broke. */
final class Failures {
    private Failures() {}

    static DiscountsException of(IOException broken, BackendCall call) {
        if (call.cancellation().isCancelled()) {
            return new CallAbortedException("the call was cancelled", broken);
        }
        // First: an aborted exchange breaks in many ways, such as a closed socket.
        if (call.deadline().hasPassed()) {
            return timeout(broken);
        }
        if (Thread.currentThread().isInterrupted()) {
            return new CallAbortedException("the caller was interrupted", broken);
        }
        if (broken instanceof InterruptedIOException) {
            return timeout(broken);
        }
        return isUnreadable(broken)
                ? new UnreadableAnswerException("the service's answer cannot be read", broken)
                : new RemoteFailedException("the service could not be reached or broke off", broken);
    }

    private static DiscountsException timeout(IOException broken) {
        return new RemoteTimeoutException("the service did not answer within the budget", broken);
    }

    private static boolean isUnreadable(IOException broken) {
        return broken instanceof UnreadableException
                || broken instanceof UnexpectedJsonException
                || broken instanceof EOFException
                || broken instanceof ProtocolException;
    }
}
