package org.tickmark.web.work;

/** Who a route lets in. What they may do there, the permission of its view or command says. */
public enum Access {
    /** Everybody, always; nothing is told there. */
    OPEN,
    /** Who shows, in the address, the secret of what is read there; nothing else counts. */
    SECRET,
    /** Who sets Tickmark up, while nobody administers it. */
    SET_UP,
    /** Everybody, once somebody administers Tickmark. */
    GUEST,
    /** Who is signed in at a browser. */
    SESSION,
    /** Who shows a token; what a browser holds does not count. */
    TOKEN
}
