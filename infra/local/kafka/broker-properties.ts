/** Where the broker listens. A listener that is left out does not exist. */
export interface BrokerListeners {
  readonly plain: number;
  readonly controller: number;
  /** Asks for a user and a password, by PLAIN or SCRAM. */
  readonly sasl?: { readonly port: number; readonly user: string; readonly password: string };
  /** Encrypted, with a certificate that the client has to trust. */
  readonly tls?: { readonly port: number; readonly certificateFile: string };
  /** Tells its clients to come to another port, where a proxy disturbs them. */
  readonly proxied?: { readonly port: number; readonly advertisedPort: number };
}

export const SASL_MECHANISMS = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const;

interface Listener {
  readonly name: string;
  readonly protocol: string;
  readonly port: number;
  readonly advertisedPort?: number;
}

function listenersOf({ plain, sasl, tls, proxied }: BrokerListeners): readonly Listener[] {
  return [
    { name: 'PLAINTEXT', protocol: 'PLAINTEXT', port: plain },
    ...(sasl === undefined ? [] : [{ name: 'CREDENTIALS', protocol: 'SASL_PLAINTEXT', port: sasl.port }]),
    ...(tls === undefined ? [] : [{ name: 'ENCRYPTED', protocol: 'SSL', port: tls.port }]),
    ...(proxied === undefined ? [] : [{ name: 'PROXIED', protocol: 'PLAINTEXT', ...proxied }]),
  ];
}

function saslProperties({ user, password }: { readonly user: string; readonly password: string }): readonly string[] {
  const module = 'org.apache.kafka.common.security';
  return [
    `sasl.enabled.mechanisms=${SASL_MECHANISMS.join(',')}`,
    `listener.name.credentials.plain.sasl.jaas.config=${module}.plain.PlainLoginModule required user_${user}="${password}";`,
    ...['scram-sha-256', 'scram-sha-512'].map(
      (mechanism) => `listener.name.credentials.${mechanism}.sasl.jaas.config=${module}.scram.ScramLoginModule required;`,
    ),
  ];
}

/** The settings of one broker that is its own controller, keeps everything in `directory` and never makes a topic by itself. */
export function brokerProperties(directory: string, listeners: BrokerListeners): string {
  const own = listenersOf(listeners);
  const { controller, sasl, tls } = listeners;
  return [
    'process.roles=broker,controller',
    'node.id=1',
    `controller.quorum.voters=1@127.0.0.1:${controller}`,
    `listeners=${[...own.map(({ name, port }) => `${name}://127.0.0.1:${port}`), `CONTROLLER://127.0.0.1:${controller}`].join(',')}`,
    `advertised.listeners=${own.map(({ name, port, advertisedPort }) => `${name}://127.0.0.1:${advertisedPort ?? port}`).join(',')}`,
    `listener.security.protocol.map=${[...own.map(({ name, protocol }) => `${name}:${protocol}`), 'CONTROLLER:PLAINTEXT'].join(',')}`,
    'controller.listener.names=CONTROLLER',
    'inter.broker.listener.name=PLAINTEXT',
    `log.dirs=${directory}/topics`,
    'auto.create.topics.enable=false',
    ...['offsets.topic', 'transaction.state.log', 'share.coordinator.state.topic'].map((topic) => `${topic}.replication.factor=1`),
    ...['transaction.state.log', 'share.coordinator.state.topic'].map((topic) => `${topic}.min.isr=1`),
    ...['offsets.topic', 'transaction.state.log', 'share.coordinator.state.topic'].map((topic) => `${topic}.num.partitions=2`),
    'group.initial.rebalance.delay.ms=0',
    // A broker that was killed is let in again only when its old session has run out.
    'broker.session.timeout.ms=2000',
    'broker.heartbeat.interval.ms=500',
    ...(sasl === undefined ? [] : saslProperties(sasl)),
    ...(tls === undefined
      ? []
      : ['listener.name.encrypted.ssl.keystore.type=PEM', `listener.name.encrypted.ssl.keystore.location=${tls.certificateFile}`]),
    '',
  ].join('\n');
}
