import type { ClusterRecord } from '../../domain/display/records.ts';
import { AppError } from '../trpc/app-error.ts';
import type { LiveCluster } from './live-cluster.ts';
import type { LiveDirector } from './live-director.ts';

export interface Place {
  readonly cluster: LiveCluster;
  readonly director: LiveDirector;
}

/** Every cluster and director that the console knows, in memory: read from the database at start, told of each commit. */
export class Fleet {
  readonly #clusters = new Map<string, LiveCluster>();

  get clusters(): LiveCluster[] {
    return [...this.#clusters.values()];
  }

  get places(): Place[] {
    return this.clusters.flatMap((cluster) => cluster.directors.map((director) => ({ cluster, director })));
  }

  get records(): ClusterRecord[] {
    return this.clusters.map((cluster) => cluster.record);
  }

  add(cluster: LiveCluster): void {
    this.#clusters.set(cluster.name, cluster);
  }

  remove(cluster: LiveCluster): void {
    this.#clusters.delete(cluster.name);
  }

  find(cluster: string): LiveCluster | undefined {
    return this.#clusters.get(cluster);
  }

  /** The cluster of that name; refuses when there is none. */
  cluster(name: string): LiveCluster {
    const cluster = this.find(name);
    if (!cluster) throw new AppError('NOT_FOUND', `There is no cluster ${name}.`);
    return cluster;
  }

  findDirector(name: string): Place | undefined {
    return this.places.find((place) => place.director.name === name);
  }

  /** The director of that name with its cluster; refuses when there is none. */
  director(name: string): Place {
    const place = this.findDirector(name);
    if (!place) throw new AppError('NOT_FOUND', `There is no director ${name}.`);
    return place;
  }

  directorById(id: string): Place | undefined {
    return this.places.find((place) => place.director.id === id);
  }
}
