// The natural logarithm as V8 computes it: a port of fdlibm's e_log.c, which
// V8 uses for Math.log. The C library's own log differs in the last bit for
// one value in thirteen.
//
//   Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
//   Developed at SunPro, a Sun Microsystems, Inc. business.
//   Permission to use, copy, modify, and distribute this software is freely
//   granted, provided that this notice is preserved.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace kbgen::lunr {

namespace detail {

inline double with_high_word(double x, std::int32_t high) {
  auto low = std::bit_cast<std::uint64_t>(x) & 0xFFFFFFFFu;
  return std::bit_cast<double>(std::uint64_t{static_cast<std::uint32_t>(high)} << 32 | low);
}

inline std::int32_t high_word(double x) {
  return static_cast<std::int32_t>(std::bit_cast<std::uint64_t>(x) >> 32);
}

}  // namespace detail

// `x` must be above 0, and may be infinity.
inline double natural_log(double x) {
  constexpr double ln2_hi = 6.93147180369123816490e-01;
  constexpr double ln2_lo = 1.90821492927058770002e-10;
  constexpr double two54 = 1.80143985094819840000e+16;
  constexpr double Lg1 = 6.666666666666735130e-01;
  constexpr double Lg2 = 3.999999999940941908e-01;
  constexpr double Lg3 = 2.857142874366239149e-01;
  constexpr double Lg4 = 2.222219843214978396e-01;
  constexpr double Lg5 = 1.818357216161805012e-01;
  constexpr double Lg6 = 1.531383769920937332e-01;
  constexpr double Lg7 = 1.479819860511658591e-01;

  std::int32_t hx = detail::high_word(x);
  std::int32_t k = 0;
  if (hx >= 0x7FF00000) return x + x;
  if (hx < 0x00100000) {  // subnormal
    k -= 54;
    x *= two54;
    hx = detail::high_word(x);
  }
  k += (hx >> 20) - 1023;
  hx &= 0x000FFFFF;
  std::int32_t i = (hx + 0x95F64) & 0x100000;
  x = detail::with_high_word(x, hx | (i ^ 0x3FF00000));  // x or x/2 in [sqrt(2)/2, sqrt(2)]
  k += i >> 20;
  double f = x - 1.0;
  double dk = static_cast<double>(k);

  if ((0x000FFFFF & (2 + hx)) < 3) {  // |f| < 2^-20
    if (f == 0) return k == 0 ? 0 : dk * ln2_hi + dk * ln2_lo;
    double R = f * f * (0.5 - 0.33333333333333333 * f);
    return k == 0 ? f - R : dk * ln2_hi - ((R - dk * ln2_lo) - f);
  }

  double s = f / (2.0 + f);
  double z = s * s;
  double w = z * z;
  double t1 = w * (Lg2 + w * (Lg4 + w * Lg6));
  double t2 = z * (Lg1 + w * (Lg3 + w * (Lg5 + w * Lg7)));
  double R = t2 + t1;
  if (((hx - 0x6147A) | (0x6B851 - hx)) > 0) {
    double hfsq = 0.5 * f * f;
    if (k == 0) return f - (hfsq - s * (hfsq + R));
    return dk * ln2_hi - ((hfsq - (s * (hfsq + R) + dk * ln2_lo)) - f);
  }
  if (k == 0) return f - s * (f - R);
  return dk * ln2_hi - ((s * (f - R) - dk * ln2_lo) - f);
}

}  // namespace kbgen::lunr
