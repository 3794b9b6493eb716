/// Where the assistant is put together: the planners, the executor, the lake's own values and
/// people, and the book of questions in `ops.question`.
@NullMarked
package io.customer360.assistant.center;

import org.jspecify.annotations.NullMarked;
