import { testSlice } from './slice.ts';

testSlice(8);
