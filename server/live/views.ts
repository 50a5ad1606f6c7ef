import { clusterView, overviewView } from '../../domain/display/cluster-view.ts';
import { directorView } from '../../domain/display/director-view.ts';
import { kernelTable } from '../../domain/display/kernel-table.ts';
import { realServerView } from '../../domain/display/real-server-view.ts';
import { serviceView } from '../../domain/display/service-view.ts';
import type {
  ApplyProgress,
  ClusterView,
  DirectorView,
  KernelTable,
  OverviewView,
  RealServerView,
  ServiceView,
} from '../../domain/display/views.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { ReleaseView } from '../../domain/release/release-view.ts';
import { releaseView } from '../../domain/release/release-view-of.ts';
import type { Fleet } from './fleet.ts';
import type { Viewed } from './hub.ts';

/** Every view that can be shown once or followed: its key and how it is made from what the console knows. */
export class Views {
  readonly #fleet: Fleet;
  readonly #now: () => number;

  constructor(fleet: Fleet, now: () => number) {
    this.#fleet = fleet;
    this.#now = now;
  }

  overview(): Viewed<OverviewView> {
    return { key: 'overview', make: () => overviewView(this.#fleet.records, this.#now()) };
  }

  cluster(cluster: string): Viewed<ClusterView> {
    return this.#of(cluster, `cluster ${cluster}`, (record) => clusterView(record, this.#now()));
  }

  service(cluster: string, key: ServiceKeyText): Viewed<ServiceView> {
    return this.#of(cluster, `service ${cluster} ${key}`, (record) => serviceView(record, key, this.#now()));
  }

  realServer(cluster: string, name: string): Viewed<RealServerView> {
    return this.#of(cluster, `real server ${cluster} ${name}`, (record) => realServerView(record, name, this.#now()));
  }

  director(name: string): Viewed<DirectorView> {
    return {
      key: `director ${name}`,
      make: () => {
        const place = this.#fleet.findDirector(name);
        return place ? directorView(place.cluster.record, name, this.#now()) : null;
      },
    };
  }

  table(director: string): Viewed<KernelTable> {
    return {
      key: `table ${director}`,
      make: () => {
        const place = this.#fleet.findDirector(director);
        return place ? kernelTable(place.cluster.record, director, this.#now()) : null;
      },
    };
  }

  /** A release that goes on, or ended since the console started. */
  release(id: string): Viewed<ReleaseView> {
    return {
      key: `release ${id}`,
      make: () => {
        const cluster = this.#fleet.clusters.find(({ release }) => release?.plan.id === id);
        return cluster?.release ? releaseView(cluster.release, cluster.record, this.#now()) : null;
      },
    };
  }

  /** What becomes of a generation on each director of a cluster. */
  applies(cluster: string, generation: number): Viewed<readonly ApplyProgress[]> {
    return this.#of(cluster, `applies ${cluster} ${generation}`, ({ directors }) =>
      directors.flatMap((director) => director.applies.filter((apply) => apply.generation === generation)),
    );
  }

  #of<View extends object>(
    cluster: string,
    key: string,
    view: (record: ReturnType<Fleet['cluster']>['record']) => View | null,
  ): Viewed<View> {
    return {
      key,
      make: () => {
        const found = this.#fleet.find(cluster);
        return found ? view(found.record) : null;
      },
    };
  }
}
