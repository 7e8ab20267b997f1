/** An exception in a handler would stop the SDK from answering or reconnecting: it is only reported. */
export function guarded<T>(handler: (event: T) => void): (event: T) => void {
  return (event) => {
    try {
      handler(event);
    } catch (error) {
      console.error('<telnyx-call-button>:', error);
    }
  };
}
