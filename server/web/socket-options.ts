/** How sockets are taken. `closeTimeout` (milliseconds) is missing from the types of ws, which would wait 30 s. */
export const socketOptions = { noServer: true, perMessageDeflate: false, closeTimeout: 1000 };
