import { NoSuchThing } from '../features/shell/no-such-thing.tsx';

export default function NotFound() {
  return <NoSuchThing />;
}
