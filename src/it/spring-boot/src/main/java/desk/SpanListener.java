package desk;

import io.github.clearstreet.CallListener;
import io.github.clearstreet.Outcome;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;

/** One OpenTelemetry span for each call. It is made when the call has ended, so that no thread has to carry it. */
record SpanListener(Tracer tracer) implements CallListener {
    @Override
    public void onEnd(End end) {
        Span span = tracer.spanBuilder(end.start().operation())
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(end.start().startedAt())
                .startSpan();
        span.setAttribute("clearstreet.outcome", end.outcome().name());
        end.status().ifPresent(status -> span.setAttribute("http.response.status_code", status));
        end.requestId().ifPresent(id -> span.setAttribute("clearstreet.request_id", id));
        if (end.outcome() != Outcome.ACCEPTED) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(end.start().startedAt().plus(end.elapsed()));
    }
}
