import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { GraphQLModule } from '@nestjs/graphql';
import type { DashboardsDependencies } from './dashboards-dependencies';
import { graphqlOptions } from './server/graphql-options';
import { topicProviders } from './topic-providers';

/**
 * `/graphql` over HTTP and, for subscriptions, graphql-transport-ws. Mutations go to the CommandBus of @nestjs/cqrs: the composition
 * imports `CasesModule` beside this one.
 */
@Module({})
export class DashboardsModule {
  static forRoot(dependencies: DashboardsDependencies): DynamicModule {
    return {
      module: DashboardsModule,
      imports: [CqrsModule, GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, ...graphqlOptions(dependencies) })],
      providers: [...topicProviders(dependencies)],
    };
  }
}
