import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { yamlParser } from '../../domain/formats/shoal-text/yaml-parser.ts';

/** A YAML 1.2 text as a tree with lines, for `readAny`. */
export const parseYaml = yamlParser({ isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument });
