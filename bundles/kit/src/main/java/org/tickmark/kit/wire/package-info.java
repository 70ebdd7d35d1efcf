/**
 * What the launcher and the console say to each other over the Unix domain socket in the data directory.
 *
 * <p>A frame is a length (four bytes, big-endian, counting what follows), one byte for its type, and its fields. Texts are
 * UTF-8 with a length before them. A frame is at most 1 MiB. {@link org.tickmark.kit.wire.FrameChannel} reads and writes
 * frames, {@link org.tickmark.kit.wire.SocketAddressFile} finds the socket.
 *
 * <p>The conversation:
 * <ol>
 *   <li>The client sends {@link org.tickmark.kit.wire.ClientFrame.Hello}. The server answers
 *       {@link org.tickmark.kit.wire.ServerFrame.Welcome}, or {@link org.tickmark.kit.wire.ServerFrame.Refused} and closes.
 *   <li>The client sends {@code Run} once, or {@code Line} and {@code Complete} as often as it likes, one at a time.
 *   <li>While a {@code Run} or {@code Line} is carried out, the server sends {@code Out}, {@code Err}, {@code Status},
 *       {@code Ask} and {@code Read} in any order, and {@code Exit} or {@code Refused} at its end. The client sends one {@code Answer} to each
 *       {@code Ask}, its standard input as {@code Input} and an {@code InputEnd} to {@code Read}, and {@code Cancel} or {@code Terminate} when it got that signal.
 *   <li>{@code Complete} is answered by {@code Candidates}.
 *   <li>A client that goes away ends its work as {@code Cancel} does.
 * </ol>
 *
 * <p>The first frames of both sides begin with a magic number and the protocol version, at the same place in every
 * version, and {@code Refused} is laid out alike in all of them: so peers of different versions can tell each other why they part.
 */
package org.tickmark.kit.wire;
