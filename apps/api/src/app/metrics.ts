import { createServer, type Server } from "node:http";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<"route" | "status">;
}

/** What Prometheus may ask of a process: its own state, requests by route, and the outbox's backlog. */
export function createMetrics(waiting: () => Promise<number>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "parley_http_request_seconds",
    help: "Time to answer a request, by route and status",
    labelNames: ["route", "status"] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  new Gauge({
    name: "parley_outbox_waiting",
    help: "Replies that have not reached their platform yet",
    registers: [registry],
    async collect() {
      this.set(await waiting());
    },
  });
  return { registry, requests };
}

/** Serve `/metrics` on a loopback port of its own, so that no proxy shows it by accident. */
export async function serveMetrics({ registry }: Metrics, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    void registry
      .metrics()
      .then((text) => response.writeHead(200, { "content-type": registry.contentType }).end(text));
  });
  await new Promise<void>((resolve, reject) =>
    server.once("error", reject).listen(port, "127.0.0.1", resolve),
  );
  return server;
}
