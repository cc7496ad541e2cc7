import { quietRequestQueue } from './quiet-request-queue';

/** A queue as kafkajs makes them, which counts how often it looks again. */
function queueClass() {
  return class {
    pending: unknown[] = [];
    looks = 0;
    scheduleCheckPendingRequests(): void {
      this.looks += 1;
    }
  };
}

describe('a queue of requests to a broker', () => {
  test('looks again only while a request waits', () => {
    const Queue = queueClass();
    quietRequestQueue(Queue);
    const queue = new Queue();
    queue.scheduleCheckPendingRequests();
    expect(queue.looks).toBe(0);
    queue.pending.push({});
    queue.scheduleCheckPendingRequests();
    expect(queue.looks).toBe(1);
  });

  test('is made quiet once, however many clients are made', () => {
    const Queue = queueClass();
    quietRequestQueue(Queue);
    const once = Object.getOwnPropertyDescriptor(Queue.prototype, 'scheduleCheckPendingRequests')?.value as unknown;
    quietRequestQueue(Queue);
    expect(Object.getOwnPropertyDescriptor(Queue.prototype, 'scheduleCheckPendingRequests')?.value).toBe(once);
  });

  test('is where kafkajs has it', () => {
    expect(() => quietRequestQueue()).not.toThrow();
  });
});
