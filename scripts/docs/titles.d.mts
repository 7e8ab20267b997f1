export declare function testsOf(file: string): ReadonlyArray<{readonly title: string; readonly how: string}>;
