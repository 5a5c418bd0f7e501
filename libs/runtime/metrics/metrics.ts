import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface MetricWords<Label extends string> {
  /** After `plumbline_`, in Prometheus' way: `ingested_events_total`, `graphql_duration_seconds`. */
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label[];
}

/** The metrics of a process, all in one tree under `plumbline_`. Labels hold codes and names of parts, never an identifier. */
export class Metrics {
  readonly registry = new Registry();

  counter<Label extends string = never>(words: MetricWords<Label>): Counter<Label> {
    return new Counter({ ...this.configuration(words), registers: [this.registry] });
  }

  /** `collect` is asked for the value whenever the metrics are read. */
  gauge<Label extends string = never>(words: MetricWords<Label>, collect?: (gauge: Gauge<Label>) => void | Promise<void>): Gauge<Label> {
    const gauge: Gauge<Label> = new Gauge({
      ...this.configuration(words),
      registers: [this.registry],
      ...(collect === undefined ? {} : { collect: () => collect(gauge) }),
    });
    return gauge;
  }

  /** `buckets` are upper bounds in the metric's unit, ascending. */
  histogram<Label extends string = never>(words: MetricWords<Label>, buckets: readonly number[]): Histogram<Label> {
    return new Histogram({ ...this.configuration(words), buckets: [...buckets], registers: [this.registry] });
  }

  /** Adds memory, event-loop and garbage-collection figures of the process. */
  collectProcessMetrics(): void {
    collectDefaultMetrics({ register: this.registry, prefix: 'plumbline_' });
  }

  private configuration<Label extends string>(words: MetricWords<Label>): { name: string; help: string; labelNames: Label[] } {
    return { name: `plumbline_${words.name}`, help: words.help, labelNames: [...(words.labels ?? [])] };
  }
}
