import type ts from 'typescript';

export function spell(checker: ts.TypeChecker, type: ts.Type, node: ts.TypeNode | undefined): string;
