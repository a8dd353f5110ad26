// The export table: what the host offers to guest code, by name.
//
// One line an export: `make_export<&function>("name")`. Where the arguments lie and how the result
// goes back follow from the C++ signature; an unsupported type does not compile.
//
//   parameters  integers and enums up to 64 bits, pointers as VirtAddr or GuestPtr<T>, Gfp, Order,
//               Pfn, Pages, Bytes (a 32-bit size_t); VarArgs last, for a variadic function.
//               A first parameter `Context&` is the host's own context, not an argument.
//   results     void and the same types; Result<pointer> gives NULL on error, Result<int> and
//               Result<void> give -errno; Outcome<…> may also block or oops (design D2).
//
// The context must offer: `CallFrame frame()`, `void stop(Stop)` and, for member functions,
// `get<Class>()`.
#pragma once

#include <concepts>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "emu/export/call_frame.hpp"
#include "mm/abi/gfp.hpp"
#include "mm/base/ram.hpp"

namespace mm32::emu {

enum class Disposition : std::uint8_t {
  kComplete,  // the result is in the mailbox
  kStopped,   // the context was told why; the guest must not go on behind the stub
};

namespace marshal {

template <class T>
inline constexpr bool kIsGuestPtr = false;
template <class T>
inline constexpr bool kIsGuestPtr<GuestPtr<T>> = true;

template <class T>
concept Integral = std::is_integral_v<T> || std::is_enum_v<T>;

/// Words of the calling convention that a parameter takes.
template <class T>
constexpr unsigned words() {
  if constexpr (Integral<T>) {
    return sizeof(T) > 4 ? 2 : 1;
  } else {
    static_assert(kIsGuestPtr<T> || std::is_same_v<T, VirtAddr> || std::is_same_v<T, Pfn> ||
                      std::is_same_v<T, Order> || std::is_same_v<T, Pages> ||
                      std::is_same_v<T, Bytes>,
                  "this type has no place in the kernel's calling convention");
    return 1;
  }
}

template <class T>
constexpr T from_words(std::uint32_t low, std::uint32_t high) {
  if constexpr (Integral<T>) {
    if constexpr (sizeof(T) > 4)
      return static_cast<T>(low | std::uint64_t{high} << 32);
    else
      return static_cast<T>(low);
  } else {
    return T(low);
  }
}

/// Deals the words of a call out to its parameters.
class Dealer {
 public:
  Dealer(const CallFrame& frame, bool variadic)
      : frame_(frame), registers_left_(variadic ? 0u : 3u) {}

  template <class T>
  T next() {
    if constexpr (std::is_same_v<T, VarArgs>) {
      return VarArgs(frame_, stack_);
    } else {
      constexpr unsigned n = words<T>();
      if (n > registers_left_) {
        registers_left_ = 0;
        const std::uint32_t low = frame_.stack_word(stack_++);
        const std::uint32_t high = n == 2 ? frame_.stack_word(stack_++) : 0;
        return from_words<T>(low, high);
      }
      const std::uint32_t low = take();
      const std::uint32_t high = n == 2 ? take() : 0;
      return from_words<T>(low, high);
    }
  }

 private:
  std::uint32_t take() {
    switch (registers_left_--) {
      case 3:
        return frame_.eax();
      case 2:
        return frame_.edx();
      default:
        return frame_.ecx();
    }
  }

  const CallFrame& frame_;
  unsigned registers_left_;
  unsigned stack_ = 0;
};

template <class T>
std::uint64_t to_result(const T& value) {
  if constexpr (std::is_enum_v<T>)
    return static_cast<std::uint64_t>(value);
  else if constexpr (std::is_integral_v<T>)
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(value));
  else if constexpr (kIsGuestPtr<T>)
    return value.raw;
  else
    return value.raw();
}

template <class T>
inline constexpr bool kIsResult = false;
template <class T>
inline constexpr bool kIsResult<Result<T>> = true;
template <class T>
inline constexpr bool kIsOutcome = false;
template <class T>
inline constexpr bool kIsOutcome<Outcome<T>> = true;

inline std::uint64_t negative_errno(Errno e) {
  return static_cast<std::uint32_t>(-static_cast<int>(e));
}

/// Puts a returned value into the mailbox; for an Outcome, tells the context why the guest stops.
template <class Context, class R>
Disposition deliver(Context& context, CallFrame& frame, R&& value) {
  using T = std::remove_cvref_t<R>;
  if constexpr (kIsOutcome<T>) {
    if (!value) {
      context.stop(std::forward<R>(value).error());
      return Disposition::kStopped;
    }
    if constexpr (!std::is_void_v<typename T::value_type>)
      return deliver(context, frame, *std::forward<R>(value));
    else
      return Disposition::kComplete;
  } else if constexpr (kIsResult<T>) {
    if constexpr (std::is_void_v<typename T::value_type>)
      frame.set_result(value ? 0 : negative_errno(value.error()));
    else if constexpr (Integral<typename T::value_type>)
      frame.set_result(value ? to_result(*value) : negative_errno(value.error()));
    else
      frame.set_result(value ? to_result(*value) : 0);
    return Disposition::kComplete;
  } else {
    frame.set_result(to_result(value));
    return Disposition::kComplete;
  }
}

template <class... Args>
constexpr bool is_variadic() {
  return (std::is_same_v<Args, VarArgs> || ...);
}

/// Deals the arguments out and makes the call.
template <class Context, class R, class... Args>
struct Invoker {
  template <class Call>
  static Disposition run(Context& context, Call&& call) {
    CallFrame frame = context.frame();
    Dealer dealer(frame, is_variadic<std::remove_cvref_t<Args>...>());
    // Braces: the arguments are dealt from left to right.
    std::tuple<std::remove_cvref_t<Args>...> args{
        dealer.template next<std::remove_cvref_t<Args>>()...};
    if constexpr (std::is_void_v<R>) {
      std::apply(call, std::move(args));
      return Disposition::kComplete;
    } else {
      return deliver(context, frame, std::apply(call, std::move(args)));
    }
  }
};

template <class Context, auto F, class Signature>
struct Thunk;

template <class Context, auto F, class R, class... Args>
struct Thunk<Context, F, R (*)(Context&, Args...)> {
  static Disposition call(Context& context) {
    return Invoker<Context, R, Args...>::run(
        context, [&](auto&&... args) { return F(context, std::move(args)...); });
  }
};

template <class Context, auto F, class R, class... Args>
struct Thunk<Context, F, R (*)(Args...)> {
  static Disposition call(Context& context) {
    return Invoker<Context, R, Args...>::run(context,
                                             [](auto&&... args) { return F(std::move(args)...); });
  }
};

template <class Context, auto F, class R, class C, class... Args>
struct Thunk<Context, F, R (C::*)(Args...)> {
  static Disposition call(Context& context) {
    return Invoker<Context, R, Args...>::run(context, [&](auto&&... args) {
      return (context.template get<C>().*F)(std::move(args)...);
    });
  }
};

template <class Context, auto F, class R, class C, class... Args>
struct Thunk<Context, F, R (C::*)(Args...) const> {
  static Disposition call(Context& context) {
    return Invoker<Context, R, Args...>::run(context, [&](auto&&... args) {
      return (context.template get<C>().*F)(std::move(args)...);
    });
  }
};

}  // namespace marshal

/// A named function of the host.
template <class Context>
struct Export {
  std::string_view name;
  Disposition (*call)(Context&);
};

/// The export of a free function (with or without `Context&` first) or of a member function of a
/// part that `Context::get` returns.
template <class Context, auto F>
constexpr Export<Context> make_export_in(std::string_view name) {
  return {name, &marshal::Thunk<Context, F, decltype(F)>::call};
}

}  // namespace mm32::emu
