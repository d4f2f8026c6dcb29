"use client";

import { FaultNotice } from "../_components/fault-notice";

export default FaultNotice;
