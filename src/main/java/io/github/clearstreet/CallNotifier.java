package io.github.clearstreet;

import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.runtime.request.Operation;
import org.jspecify.annotations.Nullable;

/** Tells the log and the listener of calls. Whatever they throw, even an Error, changes no call. Thread-safe. */
record CallNotifier(@Nullable CallListener listener) {
    void started(CallListener.Start start) {
        try {
            if (listener != null) {
                listener.onStart(start);
            }
        } catch (Throwable thrown) {
            CallLog.listenerFailed(thrown);
        }
    }

    void ended(Operation operation, CallListener.End end, Call call, @Nullable Object data) {
        try {
            CallLog.ended(operation, end, call, data);
        } catch (Throwable dropped) {
            // A full disk under the log is no news about the account.
        }
        try {
            if (listener != null) {
                listener.onEnd(end);
            }
        } catch (Throwable thrown) {
            CallLog.listenerFailed(thrown);
        }
    }

    void callEnded(CallListener.CallEnd end) {
        try {
            if (listener != null) {
                listener.onCallEnd(end);
            }
        } catch (Throwable thrown) {
            CallLog.listenerFailed(thrown);
        }
    }
}
