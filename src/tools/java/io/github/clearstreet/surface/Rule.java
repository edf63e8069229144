package io.github.clearstreet.surface;

import static io.github.clearstreet.surface.Rule.Callers.BREAKING_BEHAVIOUR;
import static io.github.clearstreet.surface.Rule.Callers.BREAKING_SOURCE;
import static io.github.clearstreet.surface.Rule.Callers.COMPATIBLE;
import static io.github.clearstreet.surface.Rule.Wire.SAFE;
import static io.github.clearstreet.surface.Rule.Wire.UNSAFE;

/**
 * What each kind of change means: for callers who take the new library, and for callers who keep the old one while the
 * server has changed. The table follows what the code does that we generate: open enums, unknown fields that are kept,
 * unreadable and missing values that only their own accessor reports, query parameters in a request object.
 */
enum Rule {
    // spotless:off
    // change                      for callers         on wire why
    SERVER_ADDED                 (COMPATIBLE,         SAFE,   "Environment is written by hand: consider a constant."),
    SERVER_REMOVED               (BREAKING_BEHAVIOUR, UNSAFE, "Environment is written by hand: change it."),

    OPERATION_ADDED              (COMPATIBLE,         SAFE,   "A new method."),
    OPERATION_REMOVED            (BREAKING_SOURCE,    UNSAFE, "The method is gone; the old one calls an address that is gone."),
    OPERATION_MOVED              (COMPATIBLE,         UNSAFE, "The method sends to the new address, the old one to the old address."),
    OPERATION_REGROUPED          (BREAKING_SOURCE,    SAFE,   "The method is in another interface."),
    OPERATION_RENAMED            (BREAKING_SOURCE,    SAFE,   "The method has another name; the address is the same."),
    OPERATION_HIDDEN             (BREAKING_SOURCE,    SAFE,   "x-internal: the method is gone; the address may still work."),
    OPERATION_SHOWN              (COMPATIBLE,         SAFE,   "No longer x-internal: a new method."),
    ARGUMENTS_REORDERED          (BREAKING_BEHAVIOUR, SAFE,   "The arguments have changed places. Where their types are alike, a call still compiles and sends each value as another: check every call."),
    OPERATION_SECURED_ANEW       (BREAKING_BEHAVIOUR, UNSAFE, "The old client shows another key, or none."),
    OPERATION_OPENED             (COMPATIBLE,         SAFE,   "What the old client shows is enough, or not asked for."),
    OPERATION_KEYS_FEWER         (BREAKING_BEHAVIOUR, SAFE,   "Fewer keys are enough, and the client shows no more than that."),

    PARAMETER_ADDED_OPTIONAL     (COMPATIBLE,         SAFE,   "Optional parameters are in a request object."),
    PARAMETER_ADDED_ARGUMENT     (BREAKING_SOURCE,    SAFE,   "The method has one more argument: the header, or the first request object."),
    PARAMETER_ADDED_REQUIRED     (BREAKING_SOURCE,    UNSAFE, "The method wants it; the old client does not send it."),
    PARAMETER_REMOVED            (BREAKING_SOURCE,    UNSAFE, "The old client sends it; ignored, the request may mean more."),
    PARAMETER_TYPE_CHANGED       (BREAKING_SOURCE,    UNSAFE, "The old client sends the old type."),
    PARAMETER_FORM_CHANGED       (COMPATIBLE,         UNSAFE, "The old client writes the list in the old form."),
    PARAMETER_DEFAULT_CHANGED    (BREAKING_BEHAVIOUR, UNSAFE, "A request without it means something else now."),
    PARAMETER_CONST_CHANGED      (BREAKING_BEHAVIOUR, UNSAFE, "The old client sends the old value."),
    PARAMETER_REFORMATTED        (COMPATIBLE,         UNSAFE, "The same Java type; the server may take less than before."),
    PARAMETER_NOW_REQUIRED       (BREAKING_BEHAVIOUR, UNSAFE, "A request without it is refused before it is sent; the old client may leave it out."),
    PARAMETER_NOW_OPTIONAL       (COMPATIBLE,         SAFE,   "The old client always sends it."),

    BODY_ADDED_OPTIONAL          (BREAKING_SOURCE,    SAFE,   "The method has one more argument."),
    BODY_ADDED_REQUIRED          (BREAKING_SOURCE,    UNSAFE, "The method has one more argument; the old one sends no body."),
    BODY_REMOVED                 (BREAKING_SOURCE,    UNSAFE, "The method has one argument less; the old one sends a body."),
    BODY_TYPE_CHANGED            (BREAKING_SOURCE,    UNSAFE, "The old client sends the old type."),
    BODY_NOW_REQUIRED            (BREAKING_BEHAVIOUR, UNSAFE, "The old client may leave it out."),
    BODY_NOW_OPTIONAL            (COMPATIBLE,         SAFE,   "The old client always sends it."),

    SUCCESS_ADDED                (BREAKING_BEHAVIOUR, UNSAFE, "A success that callers have not met; the old client reads it like the others."),
    RESPONSE_NOW_NULLABLE        (BREAKING_SOURCE,    UNSAFE, "The method may return null; the old client cannot read that."),
    RESPONSE_NEVER_NULL          (COMPATIBLE,         SAFE,   "The method never returns null."),
    SUCCESS_MOVED                (COMPATIBLE,         SAFE,   "The same answer with another status: every 2xx is read alike."),
    SUCCESS_REMOVED              (BREAKING_BEHAVIOUR, UNSAFE, "The old client waits for an answer that does not come."),
    SUCCESS_TYPE_CHANGED         (BREAKING_SOURCE,    UNSAFE, "The method returns another type; the old client reads the old one."),
    ERROR_ADDED                  (COMPATIBLE,         SAFE,   "Every status is read, declared or not."),
    ERROR_REMOVED                (COMPATIBLE,         SAFE,   "Every status is read, declared or not."),
    ERROR_TYPE_CHANGED           (BREAKING_BEHAVIOUR, SAFE,   "The status decides; the text of the error may be lost."),
    HEADER_ADDED                 (COMPATIBLE,         SAFE,   "All headers are handed on as text."),
    HEADER_REMOVED               (BREAKING_BEHAVIOUR, SAFE,   "All headers are handed on as text; this one no longer comes."),
    HEADER_TYPE_CHANGED          (BREAKING_BEHAVIOUR, SAFE,   "All headers are handed on as text."),

    SCHEMA_ADDED                 (COMPATIBLE,         SAFE,   "A new class."),
    SCHEMA_REMOVED               (BREAKING_SOURCE,    SAFE,   "The class is gone. What else has changed says what the wire does."),
    SCHEMA_RENAMED               (BREAKING_SOURCE,    SAFE,   "The class has another name; its values are the same."),
    SCHEMA_USE_CHANGED           (COMPATIBLE,         SAFE,   "The class is used in another place."),
    ANSWERED_SCHEMA_CHANGED      (BREAKING_SOURCE,    SAFE,   "Another kind of class; accessors of the old client report what they cannot read."),
    SENT_SCHEMA_CHANGED          (BREAKING_SOURCE,    UNSAFE, "Another kind of class; the old client sends the old one."),

    ANSWERED_FIELD_ADDED         (COMPATIBLE,         SAFE,   "A new accessor; the old client keeps the field in additionalProperties()."),
    ANSWERED_FIELD_REMOVED       (BREAKING_SOURCE,    SAFE,   "The accessor is gone; that of the old client is empty, or reports it missing if it was required."),
    ANSWERED_FIELD_TYPE_CHANGED  (BREAKING_SOURCE,    SAFE,   "The accessor returns another type; that of the old client reports what it cannot read."),
    ANSWERED_FIELD_FORM_CHANGED  (COMPATIBLE,         SAFE,   "The same Java type, which is read from both forms."),
    SENT_FIELD_FORM_CHANGED      (COMPATIBLE,         UNSAFE, "The same Java type; the old client sends the old form."),
    SENT_FIELD_NOW_READ_ONLY     (BREAKING_BEHAVIOUR, UNSAFE, "It is no longer sent; the old client may send it."),
    FIELD_DIRECTION_CHANGED      (BREAKING_BEHAVIOUR, SAFE,   "It travels in another direction: read only, write only, or both."),
    SENT_FIELD_FOR_BOTH          (COMPATIBLE,         SAFE,   "It is write only no more: it may be answered, too."),
    FIELD_DEFAULT_CHANGED        (BREAKING_BEHAVIOUR, SAFE,   "A value that is left out means something else."),
    SENT_FIELD_DEFAULT_CHANGED   (BREAKING_BEHAVIOUR, UNSAFE, "A request without it means something else now."),
    SENT_FIELD_CONST_CHANGED     (BREAKING_BEHAVIOUR, UNSAFE, "The old client sends the old value."),
    ANSWERED_FIELD_CONST_CHANGED (BREAKING_BEHAVIOUR, SAFE,   "The value is another; it is handed on as it comes."),
    ANSWERED_FIELD_NOW_CERTAIN   (BREAKING_SOURCE,    SAFE,   "The accessor returns the value instead of an Optional."),
    ANSWERED_FIELD_NOW_OPTIONAL  (BREAKING_SOURCE,    SAFE,   "The accessor returns an Optional; that of the old client reports it when missing."),
    FIELD_STAYS_OPTIONAL         (COMPATIBLE,         SAFE,   "Absent and null mean the same; null is never written."),

    SENT_FIELD_ADDED_OPTIONAL    (COMPATIBLE,         SAFE,   "A new setter of the builder."),
    SENT_FIELD_ADDED_REQUIRED    (BREAKING_BEHAVIOUR, UNSAFE, "A request without it is refused before it is sent; the old client does not send it."),
    SENT_FIELD_REMOVED           (BREAKING_SOURCE,    UNSAFE, "The setter is gone; the old client sends the field."),
    SENT_FIELD_TYPE_CHANGED      (BREAKING_SOURCE,    UNSAFE, "The old client sends the old type."),
    SENT_FIELD_NOW_CERTAIN       (BREAKING_SOURCE,    UNSAFE, "The old client may leave it out."),
    SENT_FIELD_NOW_OPTIONAL      (BREAKING_SOURCE,    SAFE,   "The accessor returns an Optional; the old client always sends it."),

    MAPPING_ADDED                (COMPATIBLE,         SAFE,   "A new kind; the old client knows none of its views."),
    SENT_MAPPING_CHANGED         (BREAKING_BEHAVIOUR, UNSAFE, "The discriminator names another class; the old client sends the old name."),
    ANSWERED_MAPPING_CHANGED     (BREAKING_BEHAVIOUR, UNSAFE, "The discriminator names another class; the old client reads it as the old one."),
    VALUE_ADDED                  (COMPATIBLE,         SAFE,   "A new constant, no longer UNRECOGNIZED; the old client keeps the text."),
    ANSWERED_VALUE_REMOVED       (BREAKING_SOURCE,    SAFE,   "The constant is gone; the text would still be read."),
    SENT_VALUE_REMOVED           (BREAKING_SOURCE,    UNSAFE, "The constant is gone; the old client may send it."),

    DEPRECATION_CHANGED          (COMPATIBLE,         SAFE,   "The compiler says so to callers."),

    CLASS_ADDED                  (COMPATIBLE,         SAFE,   "A new class."),
    CLASS_REMOVED                (BREAKING_SOURCE,    SAFE,   "Code that names the class does not compile."),
    CLASS_CHANGED                (BREAKING_SOURCE,    SAFE,   "Another kind of class."),
    MEMBER_ADDED                 (COMPATIBLE,         SAFE,   "A new method or constant."),
    MEMBER_REMOVED               (BREAKING_SOURCE,    SAFE,   "Code that uses it does not compile."),
    MEMBER_CHANGED               (BREAKING_SOURCE,    SAFE,   "It takes or returns other types."),
    MEMBER_REORDERED             (BREAKING_BEHAVIOUR, SAFE,   "Arguments of one type have changed places: calls compile, and send each value as another. Check every call.");
    // spotless:on

    /** What the new library means for the code of callers: the worst first. */
    enum Callers {
        BREAKING_SOURCE,
        BREAKING_BEHAVIOUR,
        COMPATIBLE
    }

    /** What the changed server means for a client generated before the change. */
    enum Wire {
        UNSAFE,
        SAFE
    }

    private final Callers callers;
    private final Wire wire;
    private final String reason;

    Rule(Callers callers, Wire wire, String reason) {
        this.callers = callers;
        this.wire = wire;
        this.reason = reason;
    }

    Callers callers() {
        return callers;
    }

    Wire wire() {
        return wire;
    }

    String reason() {
        return reason;
    }
}
