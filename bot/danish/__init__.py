# SPDX-License-Identifier: MPL-2.0
"""Danish grammar over closed word lists: knows words and their order, not what they are used for."""
